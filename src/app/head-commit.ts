import { commitOrder, type CommitOrder } from '../adapters/git/commit-order.ts';
import { resolveRef } from '../adapters/git/resolve-ref.ts';
import { Failure } from '../domain/failure.ts';

/** What is published, as git knows it. */
export interface PublishedCommit {
  /** Empty outside a repository: a release may come from plain files. */
  readonly hash: string;
  /** How it stands to another commit, by that one's full hash. */
  readonly standsTo: (other: string) => CommitOrder;
}

/** The commit of HEAD. */
export function headCommit(folder: string): PublishedCommit {
  const hash = headOf(folder);
  return { hash, standsTo: (other) => (hash === '' ? 'apart' : commitOrder(folder, hash, other)) };
}

function headOf(folder: string): string {
  try {
    return resolveRef(folder, 'HEAD');
  } catch (cause) {
    if (cause instanceof Failure) return '';
    throw cause;
  }
}
