import { execFileSync } from 'node:child_process';
import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changedPaths } from '../../../src/adapters/git/changed-paths.ts';
import { gitTree } from '../../../src/adapters/git/git-tree.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { FileTree } from '../../../src/domain/file-tree.ts';
import { diskTree } from '../../../src/load/disk-tree.ts';
import { inTemporaryRepository } from './temporary-repository.ts';

const test = suite('adapters/git/git-tree');

const FILES = {
  'connectors/a b/openapi.yaml': 'swagger: "2.0"\n',
  'connectors/a b/icon.png': new Uint8Array([0, 255, 10, 0]),
  'connectors/quo\'te"/\n.txt': 'odd',
  'connectors/ünï/-x.md': '',
  'README.md': 'one\r\n',
};

const textOf = (tree: FileTree, path: string): string => Buffer.from(tree.read(path)).toString('utf8');

/** Every path of a tree with its kind and its bytes. */
function listed(tree: FileTree, folder = ''): string[] {
  return (tree.entries(folder) ?? []).flatMap(({ name, kind, size }) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (name === '.git') return [];
    if (kind === 'folder') return listed(tree, path);
    return [`${kind} ${path} ${size} ${kind === 'file' ? Buffer.from(tree.read(path)).toString('hex') : ''}`];
  });
}

test('a commit looks as the folder did, whatever is in the folder now', () => {
  inTemporaryRepository(FILES, ({ root, git, commit, write }) => {
    git('config', 'core.autocrlf', 'false');
    symlinkSync('README.md', join(root, 'link'));
    const hash = commit();
    const before = listed(diskTree(root));
    assert.equal(listed(gitTree(root, 'HEAD')), before);
    write('README.md', 'two');
    unlinkSync(join(root, 'link'));
    assert.equal(listed(gitTree(root, hash)), before);
    assert.equal(listed(gitTree(join(root, 'connectors'), 'main')), listed(diskTree(join(root, 'connectors'))));
  });
});

test('a folder that the commit has not is empty', () => {
  inTemporaryRepository({ a: '1' }, ({ root, commit, write }) => {
    commit();
    write('new/b', '2');
    const tree = gitTree(join(root, 'new'), 'HEAD');
    assert.equal(tree.entries(''), []);
    assert.is(gitTree(root, 'HEAD').entries('new'), undefined);
    assert.is(tree.name, 'new');
  });
});

test('what is no file of the commit cannot be read', () => {
  inTemporaryRepository({ 'a/b': '1' }, ({ root, commit }) => {
    symlinkSync('a/b', join(root, 'link'));
    commit();
    const tree = gitTree(root, 'HEAD');
    for (const path of ['a', 'link', 'nope', '', '../x', '--help']) {
      assert.throws(
        () => tree.read(path),
        (cause: unknown) => cause instanceof Failure && cause.kind === 'unavailable',
        path,
      );
    }
  });
});

test('a submodule is neither a file nor a folder', () => {
  inTemporaryRepository({ a: '1' }, ({ root, git, commit }) => {
    const hash = commit();
    git('update-index', '--add', '--cacheinfo', `160000,${hash},sub`);
    git('commit', '--quiet', '-m', 'sub');
    assert.equal(
      gitTree(root, 'HEAD')
        .entries('')
        ?.map(({ name, kind }) => `${name} ${kind}`),
      ['a file', 'sub other'],
    );
  });
});

test('a tree of many files is read with few calls of git, in any order', () => {
  const many = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`c/${index % 300}/${index}.json`, `{"i": ${index}}`]),
  );
  inTemporaryRepository(many, ({ root, commit }) => {
    commit();
    const tree = gitTree(root, 'HEAD');
    for (let index = 0; index < 3000; index += 7) {
      assert.is(textOf(tree, `c/${index % 300}/${index}.json`), `{"i": ${index}}`);
    }
  });
});

test('nothing that the repository configures or the environment points at is obeyed', () => {
  inTemporaryRepository({ a: '1' }, ({ root, git, commit, write }) => {
    commit();
    write('a', '2');
    write('evil.sh', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
    execFileSync('chmod', ['+x', join(root, 'evil.sh')]);
    for (const key of ['core.pager', 'core.fsmonitor', 'diff.external', 'core.sshCommand'])
      git('config', key, join(root, 'evil.sh'));
    process.env['GIT_DIR'] = '/nonexistent';
    try {
      assert.is(textOf(gitTree(root, 'HEAD'), 'a'), '1');
      assert.equal(changedPaths(root, 'HEAD'), ['a', 'evil.sh']);
    } finally {
      delete process.env['GIT_DIR'];
    }
    assert.not.ok(
      diskTree(root)
        .entries('')
        ?.some(({ name }) => name === 'ran'),
    );
  });
});

test.run();
