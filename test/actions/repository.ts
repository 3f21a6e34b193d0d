import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

const IDENTITY = [
  '-c',
  'user.name=A',
  '-c',
  'user.email=a@example.org',
  '-c',
  'commit.gpgsign=false',
  '-c',
  'core.autocrlf=false',
];

/** A git repository in a temporary folder, that plays the one on GitHub: branches, and merges of pull requests as GitHub makes them. */
export class Repository implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'repository-'));
  readonly #checkouts: string[] = [];

  constructor(files: Files) {
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit(files);
  }

  git(...args: readonly string[]): string {
    return gitIn(this.folder, args);
  }

  /** Writes files, deletes those that are null, and commits; gives the commit. */
  commit(files: Files, message = 'Change files'): string {
    for (const [path, content] of Object.entries(files)) write(join(this.folder, path), content);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** A branch from main with one commit; main is checked out again. */
  branch(name: string, files: Files): string {
    this.git('checkout', '--quiet', '-B', name, 'main');
    const head = this.commit(files);
    this.git('checkout', '--quiet', 'main');
    return head;
  }

  /** What GitHub keeps as refs/pull/N/merge: the head merged into main, main first. */
  pullRequestMerge(head: string): string {
    this.git('checkout', '--quiet', '--detach', 'main');
    this.git('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into main`, head);
    const merge = this.git('rev-parse', 'HEAD');
    this.git('update-ref', 'refs/pull/1/merge', merge);
    this.git('checkout', '--quiet', 'main');
    return merge;
  }

  merge(head: string): string {
    this.git('merge', '--quiet', '--no-ff', '--message', `Merge ${head}`, head);
    return this.git('rev-parse', 'HEAD');
  }

  /** A checkout as actions/checkout makes it: a new folder, a commit, so many commits of history (0: every branch), no credentials. */
  checkout(commit: string, depth = 2): string {
    const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
    this.#checkouts.push(folder);
    gitIn(folder, ['init', '--quiet']);
    this.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const fetch = [
      'fetch',
      '--quiet',
      '--no-tags',
      ...(depth === 0 ? [] : [`--depth=${depth}`]),
      `file://${this.folder}`,
    ];
    if (depth === 0) gitIn(folder, [...fetch, '+refs/heads/*:refs/remotes/origin/*']);
    gitIn(folder, [...fetch, commit]);
    gitIn(folder, ['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
    return folder;
  }

  [Symbol.dispose](): void {
    for (const folder of [this.folder, ...this.#checkouts]) rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, content: string | Uint8Array | null): void {
  if (content === null) return rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function gitIn(folder: string, args: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}
