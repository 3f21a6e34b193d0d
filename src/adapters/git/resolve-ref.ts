import { Failure } from '../../domain/failure.ts';
import { gitText, runGit } from './run-git.ts';

// Full hashes of commits, by repository: where one was found it stays, so git is not asked again for what it has answered.
const FOUND = new Map<string, Set<string>>();

/**
 * The full hash of the commit that a revision names: a branch, a tag, a hash, `HEAD~2`. The text may come from anywhere: it is never
 * taken for an option, a path or a range.
 * @throws Failure (`usage`) when it names no commit here, (`unavailable`) when that may be because the clone is shallow.
 */
export function resolveRef(repository: string, ref: string): string {
  if (!isPlausible(ref)) throw unknown(ref);
  const found = FOUND.get(repository) ?? new Set();
  if (found.has(ref)) return ref;
  const { status, stdout } = runGit(repository, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const hash = stdout.toString('utf8').trim();
  if (status === 0 && /^[0-9a-f]{40,64}$/.test(hash)) {
    FOUND.set(repository, found.add(hash));
    return hash;
  }
  throw isShallow(repository) ? missing(ref) : unknown(ref);
}

/** Whether the clone was made with a depth, so that older commits may be absent. */
export function isShallow(repository: string): boolean {
  return gitText(repository, ['rev-parse', '--is-shallow-repository']).trim() === 'true';
}

/** Refuses what could be an option, and searches through messages (`:/text`, `^{/text}`), which no caller needs and which can take long. */
function isPlausible(ref: string): boolean {
  return ref.length <= 500 && /^[^-:\s\p{C}][^\s\p{C}]*$/u.test(ref) && !ref.includes('{/');
}

function unknown(ref: string): Failure {
  return new Failure('usage', `There is no commit "${ref}"`, {
    hint: 'Name a branch, a tag or a commit that is in this clone',
  });
}

function missing(ref: string): Failure {
  return new Failure('unavailable', `This clone is shallow and has no commit "${ref}"`, {
    hint: 'Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch --unshallow',
  });
}
