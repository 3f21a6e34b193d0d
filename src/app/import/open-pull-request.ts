import { commitFiles } from '../../adapters/git/commit-files.ts';
import { deleteRemoteBranch, fetchBranch, pushCommit, remoteBranches } from '../../adapters/git/remote-branch.ts';
import { resolveRef } from '../../adapters/git/resolve-ref.ts';
import { folderAt, hasBranch, makeBranch, settleOn, switchTo } from '../../adapters/git/switch-branch.ts';
import { Failure } from '../../domain/failure.ts';
import { forPeople, type PullRequestAccess } from './pull-request-access.ts';

/** A connector's folder that is to be proposed. */
export interface Proposed {
  /** From the working folder. */
  readonly folder: string;
  /** Every file of ours in it, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of files that go. */
  readonly removed: readonly string[];
  /** `add-weather`; a number follows when it is taken. */
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  /** Writes the folder to the disk. */
  readonly write: () => void;
}

export interface Opened {
  readonly url: string;
  readonly branch: string;
  /** False when git would not leave the branch that was checked out: the folder is then written there, and not committed. */
  readonly isCheckedOut: boolean;
}

/**
 * Commits a connector, pushes it and opens a pull request, or adds to the one that is open from the present branch. Until all of that is
 * done nothing changes on the disk; when the pull request cannot be opened its branch goes again.
 */
export async function openPullRequest(access: PullRequestAccess, proposed: Proposed): Promise<Opened> {
  return access.openBranch === undefined ? openNew(access, proposed) : addTo(access, access.openBranch, proposed);
}

async function openNew(access: PullRequestAccess, proposed: Proposed): Promise<Opened> {
  const { folder, git, base, gitHub } = access;
  const { title, body, write } = proposed;
  const parent = fetchBranch(folder, git, base);
  const head = headOf(folder);
  refuseStale(access, proposed, head, parent);
  const branch = freeBranch(access, proposed.branch);
  const commit = commitOf(access, proposed, parent);
  const url = await orTakeBack(access, { branch, commit }, async () =>
    forPeople(gitHub.open({ title, body, branch, base })),
  );
  return afterOpening({ url, branch }, () => {
    makeBranch(folder, branch, commit, git.remote.name);
    if (head === parent) {
      write();
      settleOn(folder, commit, proposed.folder, branch);
      return true;
    }
    if (switchTo(folder, branch)) return true;
    write();
    return false;
  });
}

/** A step on this disk failed when the pull request was open already: its hint says where that is. */
export class LocalFailure extends Failure {}

function afterOpening({ url, branch }: Omit<Opened, 'isCheckedOut'>, settle: () => boolean): Opened {
  try {
    return { url, branch, isCheckedOut: settle() };
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const before = cause.hint === undefined ? '' : `${cause.hint}; `;
    const hint = `${before}the pull request has the connector already: ${url} (branch "${branch}")`;
    throw new LocalFailure(cause.kind, cause.message, { hint, cause });
  }
}

async function addTo(
  access: PullRequestAccess,
  { branch, url }: { readonly branch: string; readonly url: string },
  proposed: Proposed,
): Promise<Opened> {
  const { folder, git } = access;
  const commit = commitOf(access, proposed, resolveRef(folder, 'HEAD'));
  pushCommit(folder, git, commit, branch);
  return afterOpening({ url, branch }, () => {
    proposed.write();
    settleOn(folder, commit, proposed.folder);
    return true;
  });
}

function commitOf({ folder, prefix }: PullRequestAccess, proposed: Proposed, parent: string): string {
  const { files, removed, title } = proposed;
  return commitFiles(folder, { parent, folder: prefix + proposed.folder, files, removed, message: `${title}\n` });
}

/** Undefined before the first commit. */
function headOf(folder: string): string | undefined {
  try {
    return resolveRef(folder, 'HEAD');
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}

/** What is written here was made from this clone: another state of the folder at the base would be overwritten in silence. */
function refuseStale(
  { folder, prefix, base }: PullRequestAccess,
  proposed: Proposed,
  head: string | undefined,
  parent: string,
): void {
  const path = prefix + proposed.folder;
  const here = head === undefined ? undefined : folderAt(folder, head, path);
  if (here === folderAt(folder, parent, path)) return;
  throw new Failure('conflict', `"${proposed.folder}" is another one in "${base}" of the remote than in this commit`, {
    hint: `git switch ${base} && git pull, then import again`,
  });
}

const MOST_BRANCHES = 50;

function freeBranch({ folder, git }: PullRequestAccess, wanted: string): string {
  const there = [...remoteBranches(folder, git)];
  const isTaken = (branch: string): boolean => there.some((one) => one === branch || one.startsWith(`${branch}/`));
  for (let number = 1; number <= MOST_BRANCHES; number += 1) {
    const branch = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTaken(branch) && !hasBranch(folder, branch)) return branch;
  }
  throw new Failure('refused', `There are ${MOST_BRANCHES} branches "${wanted}" already`, {
    hint: 'Delete some of them',
  });
}

interface Pushed {
  readonly branch: string;
  readonly commit: string;
}

/** Pushes and goes on. Also Ctrl-C, which ends the program by `process.exit`, leaves no branch behind; a push that was cut off may have arrived. */
async function orTakeBack<T>(
  { folder, git }: PullRequestAccess,
  { branch, commit }: Pushed,
  open: () => Promise<T>,
): Promise<T> {
  let isPushed = false;
  const takeBack = (): boolean => deleteRemoteBranch(folder, git, branch, commit);
  process.once('exit', takeBack);
  try {
    pushCommit(folder, git, commit, branch);
    isPushed = true;
    return await open();
  } catch (cause) {
    const isGone = takeBack();
    if (isGone || !isPushed || !(cause instanceof Failure)) throw cause;
    const hint = `${cause.hint ?? ''}; the branch "${branch}" is left at the remote: git push ${git.remote.name} :${branch}`;
    throw new Failure(cause.kind, cause.message, { hint, cause });
  } finally {
    process.off('exit', takeBack);
  }
}
