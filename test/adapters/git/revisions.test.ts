import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changedPaths } from '../../../src/adapters/git/changed-paths.ts';
import { gitTree } from '../../../src/adapters/git/git-tree.ts';
import { mergeBase } from '../../../src/adapters/git/merge-base.ts';
import { resolveRef } from '../../../src/adapters/git/resolve-ref.ts';
import { Failure, type FailureKind } from '../../../src/domain/failure.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';
import { inTemporaryRepository } from './temporary-repository.ts';

const test = suite('adapters/git/revisions');

function assertFails(run: () => unknown, kind: FailureKind, message: RegExp): void {
  try {
    run();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    assert.is(cause.kind, kind, cause.message);
    assert.match(cause.message, message);
    return;
  }
  assert.unreachable(`no failure ${message.source}`);
}

test('a revision is a branch, a tag, a hash or a way from one of them', () => {
  inTemporaryRepository({ a: '1' }, ({ root, git, commit }) => {
    const first = commit();
    git('tag', '-a', 'v1', '-m', 'one');
    const second = commit();
    assert.equal(
      ['v1', 'main~1', first.slice(0, 10), 'HEAD^'].map((ref) => resolveRef(root, ref)),
      [first, first, first, first],
    );
    assert.is(resolveRef(root, '@'), second);
  });
});

const hostile = [
  '',
  'nope',
  '-h',
  '--help',
  '--output=/tmp/x',
  '--all',
  'HEAD --help',
  'HEAD\nmain',
  'HEAD\0',
  'main..HEAD',
  ':/x',
  ':a',
  'HEAD:a',
  'HEAD^{/x}',
  '$(touch ran)',
  'x'.repeat(5000),
  '\u202emain',
];

for (const ref of hostile) {
  test(`${JSON.stringify(ref.slice(0, 30))} names no commit, and is no option either`, () => {
    inTemporaryRepository({ a: '1' }, ({ root, commit }) => {
      commit();
      assertFails(() => resolveRef(root, ref), 'usage', /^There is no commit "/);
      assertFails(() => gitTree(root, ref), 'usage', /^There is no commit "/);
    });
  });
}

test('a branch whose name looks like an option is still one', () => {
  inTemporaryRepository({ a: '1' }, ({ root, git, commit }) => {
    const hash = commit();
    git('update-ref', 'refs/heads/-x', hash);
    assert.is(resolveRef(root, 'refs/heads/-x'), hash);
  });
});

test('the merge base is what a branch was made from', () => {
  inTemporaryRepository({ a: '1' }, ({ root, git, commit, write }) => {
    const base = commit();
    git('checkout', '--quiet', '-b', 'topic');
    write('b', '2');
    commit();
    git('checkout', '--quiet', 'main');
    write('c', '3');
    commit();
    assert.is(mergeBase(root, 'main', 'topic'), base);
    git('checkout', '--quiet', '--orphan', 'other');
    commit();
    assertFails(() => mergeBase(root, 'main'), 'usage', /"main" and "HEAD" have no commit in common/);
  });
});

test('changed paths are those that differ from a commit: changed, added, deleted, renamed, not yet tracked', () => {
  const files = {
    'c/a': '1',
    'c/gone': '1',
    'c/old name': 'same',
    'c/same': '1',
    'd/x': '1',
    '.gitignore': 'ignored\n',
  };
  inTemporaryRepository(files, ({ root, git, commit, write }) => {
    const base = commit();
    git('mv', 'c/old name', 'c/ünew "name"');
    git('rm', '--quiet', 'c/gone');
    write('c/a', '2');
    commit();
    write('d/x', '2');
    write('c/untracked', 'x');
    write('c/ignored', 'x');
    const inC = ['a', 'gone', 'old name', 'untracked', 'ünew "name"'];
    assert.equal(changedPaths(join(root, 'c'), base), inC);
    assert.equal(changedPaths(root, base), [...inC.map((path) => `c/${path}`), 'd/x']);
    assert.equal(changedPaths(root, 'HEAD'), ['c/untracked', 'd/x']);
  });
});

test('outside a repository the message says so', () => {
  inTemporaryFolder({ a: '1' }, ({ root }) => {
    assertFails(() => resolveRef(root, 'HEAD'), 'usage', /is in no git repository$/);
    assertFails(() => gitTree(root, 'HEAD'), 'usage', /is in no git repository$/);
    assertFails(() => changedPaths(root, 'HEAD'), 'usage', /is in no git repository$/);
    assertFails(() => resolveRef(join(root, 'nope'), 'HEAD'), 'unavailable', /cannot be started in .*ENOENT/);
  });
});

test('a repository without a commit has no revision', () => {
  inTemporaryRepository({ a: '1' }, ({ root }) =>
    assertFails(() => resolveRef(root, 'HEAD'), 'usage', /no commit "HEAD"/),
  );
});

test('a shallow clone says that it is shallow', () => {
  inTemporaryRepository({ a: '1' }, ({ root, git, commit }) => {
    const first = commit();
    git('checkout', '--quiet', '-b', 'topic');
    commit('two');
    git('checkout', '--quiet', 'main');
    commit('three');
    const clone = join(root, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--no-single-branch', `file://${root}`, clone], {
      stdio: 'ignore',
    });
    assertFails(() => resolveRef(clone, first), 'unavailable', /shallow and has no commit/);
    assertFails(() => mergeBase(clone, 'main', 'origin/topic'), 'unavailable', /too shallow/);
  });
});

test('without git the message says so', () => {
  inTemporaryRepository({ a: '1' }, ({ root, commit }) => {
    commit();
    const path = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      assertFails(() => resolveRef(root, 'HEAD'), 'unavailable', /^git cannot be started/);
    } finally {
      process.env['PATH'] = path;
    }
  });
});

test.run();
