import { Failure } from '../../domain/failure.ts';
import { gitFailure, gitText, runGit } from './run-git.ts';

export interface FilesCommit {
  /** The commit that the new one comes behind. */
  readonly parent: string;
  /** From the top of the repository, with `/`. */
  readonly folder: string;
  /** Bytes by name, of files directly in the folder; what else is in it stays. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of files in the folder that go. */
  readonly removed: readonly string[];
  readonly message: string;
}

/**
 * Makes a commit of files in one folder, and gives its hash. Neither the working tree, nor the index, nor a branch changes, so there is
 * nothing to take back when a later step fails.
 * @throws Failure (`usage`) when git does not know who commits, (`refused`) when something else has the folder's name.
 */
export function commitFiles(repository: string, { parent, folder, files, removed, message }: FilesCommit): string {
  const entries = [...files].map(([name, bytes]): Entry => {
    const hash = text(repository, ['hash-object', '-w', '--stdin'], bytes);
    return { mode: '100644', kind: 'blob', hash, name };
  });
  const segments = folder.split('/');
  const kept = entriesAt(repository, parent, segments).filter(({ name }) => !removed.includes(name));
  let tree = treeWith(repository, kept, entries);
  for (let depth = segments.length - 1; depth >= 0; depth -= 1) {
    const above = entriesAt(repository, parent, segments.slice(0, depth));
    tree = treeWith(repository, above, [{ mode: '040000', kind: 'tree', hash: tree, name: segments[depth] ?? '' }]);
  }
  return committed(repository, tree, parent, message);
}

interface Entry {
  readonly mode: string;
  readonly kind: string;
  readonly hash: string;
  readonly name: string;
}

/** What a folder of a commit holds; nothing where there is no such folder. */
function entriesAt(repository: string, commit: string, segments: readonly string[]): Entry[] {
  for (let depth = 1; depth <= segments.length; depth += 1) {
    const path = segments.slice(0, depth).join('/');
    const [entry] = listed(repository, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
    if (entry === undefined) return [];
    if (entry.kind !== 'tree') throw new Failure('refused', `"${path}" is no folder in the branch that this goes to`);
  }
  return listed(repository, ['ls-tree', '-z', '--full-tree', `${commit}:${segments.join('/')}`]);
}

function listed(repository: string, args: readonly string[]): Entry[] {
  return gitText(repository, args)
    .split('\0')
    .flatMap((line): Entry[] => {
      const match = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
      if (match === null) return [];
      const [, mode = '', kind = '', hash = '', path = ''] = match;
      return [{ mode, kind, hash, name: path.slice(path.lastIndexOf('/') + 1) }];
    });
}

function treeWith(repository: string, before: readonly Entry[], added: readonly Entry[]): string {
  const byName = new Map([...before, ...added].map((entry) => [entry.name, entry]));
  const lines = [...byName.values()].map(({ mode, kind, hash, name }) => `${mode} ${kind} ${hash}\t${name}\0`);
  return text(repository, ['mktree', '-z'], lines.join(''));
}

function committed(repository: string, tree: string, parent: string, message: string): string {
  const signs = runGit(repository, ['config', '--type=bool', '--get', 'commit.gpgSign']).stdout.toString().trim();
  const args = ['commit-tree', tree, '-p', parent, ...(signs === 'true' ? ['-S'] : []), '-F', '-'];
  const { status, stdout, stderr } = runGit(repository, args, message);
  if (status === 0) return stdout.toString('utf8').trim();
  if (!/tell me who you are|identity unknown|empty ident/i.test(stderr)) throw gitFailure(args, stderr);
  throw new Failure('usage', 'git does not know who commits', {
    hint: 'git config --global user.name "Your Name" && git config --global user.email you@example.com',
  });
}

function text(repository: string, args: readonly string[], input: string | Uint8Array): string {
  const { status, stdout, stderr } = runGit(repository, args, input);
  if (status !== 0) throw gitFailure(args, stderr);
  return stdout.toString('utf8').trim();
}
