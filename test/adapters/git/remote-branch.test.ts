import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deleteRemoteBranch, pushCommit } from '../../../src/adapters/git/remote-branch.ts';
import { runGit } from '../../../src/adapters/git/run-git.ts';
import { remoteOf } from '../../../src/adapters/git/remote.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import { inTemporaryRepository } from './temporary-repository.ts';

const test = suite('adapters/git/remote-branch');

test('a branch is taken back as long as nobody has added to it', () => {
  inTemporaryRepository({ 'a.txt': 'A' }, ({ root, git, commit }) => {
    const ours = commit();
    const theirs = commit('theirs');
    git('init', '--quiet', '--bare', 'remote.git');
    git('remote', 'add', 'origin', `${root}/remote.git`);
    const access = { remote: remoteOf(root), authorization: undefined };
    const there = (): string => git('ls-remote', '--heads', 'origin');
    pushCommit(root, access, ours, 'add-garden');
    git('push', '--quiet', 'origin', `${theirs}:refs/heads/add-garden`);
    assert.not(deleteRemoteBranch(root, access, 'add-garden', ours));
    assert.match(there(), theirs);
    assert.ok(deleteRemoteBranch(root, access, 'add-garden', theirs));
    assert.is(there(), '');
  });
});

test('what a remote says about a push that it does not take is told', () => {
  const hook = '#!/bin/sh\necho "error: GH013: Rules of this repository forbid it." >&2\nexit 1\n';
  inTemporaryRepository({ 'a.txt': 'A' }, ({ root, git, commit }) => {
    const ours = commit();
    git('init', '--quiet', '--bare', 'remote.git');
    writeFileSync(join(root, 'remote.git/hooks/pre-receive'), hook, { mode: 0o755 });
    git('remote', 'add', 'origin', `${root}/remote.git`);
    const access = { remote: remoteOf(root), authorization: undefined };
    const push = (): void => pushCommit(root, access, ours, 'add-garden');
    assert.throws(push, (cause: Failure) => {
      assert.is(cause.kind, 'refused');
      return /does not take "add-garden": GH013: Rules of this repository forbid it\./.test(cause.message);
    });
  });
});

test('Ctrl-C that ends git is no answer of the remote', () => {
  inTemporaryRepository({}, ({ root }) => {
    const interrupted = (): unknown => runGit(root, ['-c', 'alias.wait=!kill -INT $PPID; sleep 5', 'wait']);
    assert.throws(interrupted, (cause: Failure) => cause.kind === 'interrupted');
  });
});

test.run();
