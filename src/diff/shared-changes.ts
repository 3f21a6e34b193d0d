import { canonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';

/**
 * Makes one of the drafts that say the same of the same place: a change in a shared definition, or in what stands at the path, reaches
 * several operations and was still made once. It stays where the first of them is.
 */
export function mergeShared(drafts: readonly Draft[]): Draft[] {
  const places = Map.groupBy(drafts, ({ place }) => place.pointer);
  const groups = new Map<string | Draft, Draft[]>();
  for (const draft of drafts) {
    // What a draft says is written out only where another stands at its place: nearly none does.
    const isAlone = draft.shared === undefined || places.get(draft.place.pointer)?.length === 1;
    const key = isAlone ? draft : groupOf(draft, draft.shared);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first !== undefined && reachesSeveral(group) ? [{ ...first, members: group }] : group;
  });
}

function groupOf({ kind, place }: Draft, shared: NonNullable<Draft['shared']>): string {
  return `${kind} ${place.removed === true} ${place.pointer} ${shared.map(canonicalText).join(' ')}`;
}

function reachesSeveral(group: readonly Draft[]): boolean {
  return group.some(({ operation }) => operation?.label !== group[0]?.operation?.label);
}
