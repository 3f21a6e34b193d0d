import { mergeBase } from '../adapters/git/merge-base.ts';
import { resolveRef } from '../adapters/git/resolve-ref.ts';
import { gitText } from '../adapters/git/run-git.ts';
import { Failure } from '../domain/failure.ts';
import type { ProposalEvent } from '../adapters/github/event.ts';

export type Base =
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * What the checkout of a pull request is compared with. GitHub checks out a merge of the pull request into its base, whose first parent
 * is the base as it was merged; the base that the event names may be older, and would show other people's changes. A checkout of the head
 * itself, as that of a merge queue is, is compared with what it was made from.
 * @throws Failure (`refused`) when the checkout is neither: it would judge files that nobody proposed.
 */
export function baseOf(root: string, { headSha, baseSha }: ProposalEvent): Base {
  const [checkedOut, first, second] = commitAndParents(root);
  if (second === headSha && first !== undefined) return known(() => resolveRef(root, first));
  if (checkedOut === headSha) return known(() => mergeBase(root, baseSha, checkedOut));
  throw new Failure(
    'refused',
    `The checkout is at ${checkedOut ?? 'nothing'}, and the pull request proposes ${headSha}`,
    {
      hint: 'Use actions/checkout without "ref" before this action',
    },
  );
}

/** Read from the commit itself: in a shallow clone git hides the parents that were not fetched. */
function commitAndParents(root: string): (string | undefined)[] {
  const [head = ''] = gitText(root, ['cat-file', '-p', 'HEAD']).split('\n\n');
  const parents = head.split('\n').flatMap((line) => /^parent ([0-9a-f]{40,64})$/.exec(line)?.[1] ?? []);
  return [resolveRef(root, 'HEAD'), ...parents];
}

function known(find: () => string): Base {
  try {
    return { kind: 'commit', commit: find() };
  } catch (cause) {
    if (cause instanceof Failure) return { kind: 'unknown', why: cause.message };
    throw cause;
  }
}
