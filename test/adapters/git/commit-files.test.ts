import { execFileSync } from 'node:child_process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commitFiles, type FilesCommit } from '../../../src/adapters/git/commit-files.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { inTemporaryRepository } from './temporary-repository.ts';

const test = suite('adapters/git/commit-files');

const FILES = {
  'readme.txt': 'Ours\n',
  'connectors/a/openapi.yaml': 'a: 1\n',
  'connectors/b/openapi.json': '{}\n',
  'connectors/b/tests/one.yaml': 'x: 1\n',
};

const commit = (parent: string, more: Partial<FilesCommit> = {}): FilesCommit => ({
  parent,
  folder: 'connectors/b',
  files: new Map([['openapi.yaml', Buffer.from('b: 2\n')]]),
  removed: ['openapi.json'],
  message: 'Change b\n\nBecause',
  ...more,
});

test('a commit holds the files of one folder, and nothing else changes', () => {
  inTemporaryRepository(FILES, ({ root, git, commit: begin }) => {
    const parent = begin();
    const before = [git('status', '--short'), git('for-each-ref'), git('ls-files', '--stage')];
    git('config', 'user.name', 'Ada');
    git('config', 'user.email', 'ada@example.com');
    const made = commitFiles(root, commit(parent));
    assert.equal([git('status', '--short'), git('for-each-ref'), git('ls-files', '--stage')], before);
    assert.is(
      git('diff', '--name-status', '--no-renames', parent, made),
      'D\tconnectors/b/openapi.json\nA\tconnectors/b/openapi.yaml',
    );
    assert.is(git('show', `${made}:connectors/b/openapi.yaml`), 'b: 2');
    assert.is(git('log', '-1', '--format=%an %s', made), 'Ada Change b');
    assert.is(git('fsck', '--strict', '--no-dangling'), '');
  });
});

test('a folder that is new comes with those above it, whatever bytes are in its files', () => {
  inTemporaryRepository(FILES, ({ root, git, commit: begin }) => {
    git('config', 'user.name', 'Ada');
    git('config', 'user.email', 'ada@example.com');
    const bytes = Buffer.from([0, 13, 10, 255, 10]);
    const made = commitFiles(
      root,
      commit(begin(), { folder: 'x/ü y/z', files: new Map([['icon.png', bytes]]), removed: [] }),
    );
    assert.is(git('ls-tree', '-r', '-z', '--name-only', made).split('\0').includes('x/ü y/z/icon.png'), true);
    const shown = execFileSync('git', ['cat-file', 'blob', `${made}:x/ü y/z/icon.png`], { cwd: root });
    assert.ok(shown.equals(bytes));
  });
});

test('a file that has the folder’s name is no folder', () => {
  inTemporaryRepository(FILES, ({ root, commit: begin }) => {
    const parent = begin();
    try {
      commitFiles(root, commit(parent, { folder: 'readme.txt/b', removed: [] }));
      assert.unreachable();
    } catch (cause) {
      assert.instance(cause, Failure);
      assert.match((cause as Failure).message, '"readme.txt" is no folder');
    }
  });
});

test.run();
