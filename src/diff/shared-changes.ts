import { canonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';

/**
 * Makes one of the drafts that say the same of the same place: a change in a shared definition, or in what stands at the path, reaches
 * several operations and was still made once. The first of them stays where it is.
 */
export function mergeShared(drafts: readonly Draft[]): Draft[] {
  const groups = Map.groupBy(drafts, groupOf);
  return drafts.flatMap((draft) => {
    const group = draft.shared === undefined ? undefined : groups.get(groupOf(draft));
    if (group === undefined || !reachesSeveral(group)) return [draft];
    return group[0] === draft ? [{ ...draft, members: group }] : [];
  });
}

function groupOf({ kind, place, shared }: Draft): string {
  if (shared === undefined) return '';
  return `${kind} ${place.removed === true} ${place.pointer} ${shared.map(canonicalText).join(' ')}`;
}

function reachesSeveral(group: readonly Draft[]): boolean {
  return group.some(({ operation }) => operation?.label !== group[0]?.operation?.label);
}
