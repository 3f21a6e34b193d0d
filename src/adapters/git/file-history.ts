import { resolveRef } from './resolve-ref.ts';
import { gitText, runGit } from './run-git.ts';

/** One version of a file, as a commit brought it to a branch. */
export interface FileVersion {
  readonly commit: string;
  /** Day on which the commit was made, `YYYY-MM-DD` in UTC. */
  readonly day: string;
  /** Undefined when the commit deleted the file. */
  readonly bytes: Uint8Array | undefined;
}

/** More versions of one file than this are not looked at: nobody waits for them. */
const MOST = 1000;

/**
 * The versions of a file along the first parents of a revision, newest first: a merge counts when it was made and not when its commits
 * were. Under this one name: a file that was moved begins with the move. Each version is read when it is asked for.
 * `path` is relative to the folder, with `/`.
 * @throws Failure as `resolveRef` does.
 */
export function* fileHistory(folder: string, ref: string, path: string): Generator<FileVersion> {
  const commit = resolveRef(folder, ref);
  const args = ['log', '--first-parent', `--max-count=${MOST}`, '--format=%H %ct', commit, '--', path];
  for (const line of gitText(folder, args).split('\n')) {
    const [, hash = '', seconds = ''] = /^([0-9a-f]{40,64}) (\d{1,12})$/.exec(line) ?? [];
    if (hash !== '') yield { commit: hash, day: dayOf(Number(seconds)), bytes: bytesAt(folder, hash, path) };
  }
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function bytesAt(folder: string, commit: string, path: string): Uint8Array | undefined {
  const { status, stdout } = runGit(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
  return status === 0 ? new Uint8Array(stdout) : undefined;
}
