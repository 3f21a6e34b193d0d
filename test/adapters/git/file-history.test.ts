import { execFileSync } from 'node:child_process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fileHistory } from '../../../src/adapters/git/file-history.ts';
import { inTemporaryRepository, type TemporaryRepository } from './temporary-repository.ts';

const test = suite('adapters/git/file-history');

/** The days and texts of a file, newest first. */
const history = (root: string, path: string, ref = 'HEAD'): string[] =>
  [...fileHistory(root, ref, path)].map(
    ({ day, bytes }) => `${day} ${bytes === undefined ? 'gone' : Buffer.from(bytes).toString()}`,
  );

/** Commits everything at noon of a day, as git's own environment says it. */
function commitOn({ root, git }: TemporaryRepository, day: string, ...args: string[]): void {
  git('add', '--all');
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  const env = { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z' };
  const verb = args.length === 0 ? ['commit', '--quiet', '-m', 'x'] : args;
  execFileSync('git', [...identity, ...verb], { cwd: root, env, stdio: 'ignore' });
}

test('the versions of one file, newest first, by the day of their commits', () => {
  inTemporaryRepository({ 'a b/[x].yaml': '1', other: '1' }, (repository) => {
    commitOn(repository, '2026-01-01');
    repository.write('other', '2');
    commitOn(repository, '2026-01-02');
    repository.write('a b/[x].yaml', '2');
    commitOn(repository, '2026-01-03');
    assert.equal(history(repository.root, 'a b/[x].yaml'), ['2026-01-03 2', '2026-01-01 1']);
    assert.equal(history(`${repository.root}/a b`, '[x].yaml'), ['2026-01-03 2', '2026-01-01 1']);
    assert.equal(history(repository.root, 'never'), []);
  });
});

test('what a merge brings counts from the merge', () => {
  inTemporaryRepository({ a: '1', b: '1' }, (repository) => {
    commitOn(repository, '2026-01-01');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('a', '2');
    commitOn(repository, '2026-01-05');
    repository.git('checkout', '--quiet', 'main');
    repository.write('b', '2');
    commitOn(repository, '2026-01-06');
    commitOn(repository, '2026-02-01', 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
    assert.equal(history(repository.root, 'a'), ['2026-02-01 2', '2026-01-01 1']);
  });
});

test('a file that is deleted and comes back has both times', () => {
  inTemporaryRepository({ a: '1', b: '1' }, (repository) => {
    commitOn(repository, '2026-01-01');
    repository.git('rm', '--quiet', 'a');
    commitOn(repository, '2026-01-02');
    repository.write('a', '3');
    commitOn(repository, '2026-01-03');
    assert.equal(history(repository.root, 'a'), ['2026-01-03 3', '2026-01-02 gone', '2026-01-01 1']);
  });
});

test.run();
