import { resolveRef } from '../adapters/git/resolve-ref.ts';
import { Failure } from '../domain/failure.ts';

/** The commit of HEAD; empty outside a repository: a release may come from plain files. */
export function headCommit(folder: string): string {
  try {
    return resolveRef(folder, 'HEAD');
  } catch (cause) {
    if (cause instanceof Failure) return '';
    throw cause;
  }
}
