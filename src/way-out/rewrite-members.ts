import type { Json, JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Range } from '../places/source-node.ts';
import { editValue, textFor, type Rewriting } from './rewrite.ts';
import { editBlock, editFlow, type Gap } from './rewrite-gaps.ts';
import { replaceNode } from './rewrite-node.ts';
import { writtenMember } from './written-value.ts';

/** Takes members out of an object, adds others where they belong, and edits those that stay. */
export function editMembers(rewriting: Rewriting, pointer: Pointer, current: JsonObject, desired: JsonObject): boolean {
  const kept = Object.keys(current).filter((key) => Object.hasOwn(desired, key));
  if (kept.length === 0 || !isOrdered(kept, desired)) return replaceNode(rewriting, pointer, desired);
  const ranges = rangesOf(rewriting, pointer, current);
  if (ranges === undefined) return replaceNode(rewriting, pointer, desired);
  // Before what comes behind them: both may be put in at one place.
  const areEdited = kept.every((key) =>
    editValue(rewriting, child(pointer, key), current[key] ?? null, desired[key] ?? null),
  );
  const isFlow = isFlowAt(rewriting, pointer, [...ranges.values()]);
  for (const gap of gapsOf({ current, desired, ranges })) {
    const texts = gap.added.map((key) => memberText(rewriting, child(pointer, key), key, desired[key] ?? null));
    if (isFlow) editFlow(rewriting, gap, texts);
    else if (!editBlock(rewriting, gap, texts)) return false;
  }
  return areEdited;
}

function isOrdered(kept: readonly string[], desired: JsonObject): boolean {
  const order = Object.keys(desired).filter((key) => kept.includes(key));
  return kept.every((key, index) => key === order[index]);
}

/** Each member in the text, key and value; undefined when one cannot be found. */
function rangesOf({ document }: Rewriting, pointer: Pointer, current: JsonObject): Map<string, Range> | undefined {
  const ranges = new Map<string, Range>();
  for (const key of Object.keys(current)) {
    const node = document.nodeAt(child(pointer, key));
    if (node?.key === undefined) return undefined;
    ranges.set(key, { start: node.key.start, end: Math.max(node.end, node.key.end) });
  }
  return ranges;
}

function isFlowAt({ document, manner }: Rewriting, pointer: Pointer, members: readonly Range[]): boolean {
  const node = document.nodeAt(pointer);
  return manner.format === 'json' || members.length === 0 || document.text[node?.start ?? 0] === '{';
}

interface Sides {
  readonly current: JsonObject;
  readonly desired: JsonObject;
  readonly ranges: ReadonlyMap<string, Range>;
}

/** In the order of the text, which integer-like keys do not keep in a value. */
function gapsOf({ current, desired, ranges }: Sides): Gap[] {
  const inText = Object.keys(current).toSorted(
    (one, two) => (ranges.get(one)?.start ?? 0) - (ranges.get(two)?.start ?? 0),
  );
  const kept = inText.filter((key) => Object.hasOwn(desired, key));
  const added = addedBehind(current, desired);
  const stops = [undefined, ...kept];
  return stops.map((key, index) => {
    const next = stops[index + 1];
    const from = key === undefined ? -1 : inText.indexOf(key);
    const to = next === undefined ? inText.length : inText.indexOf(next);
    return {
      before: key === undefined ? undefined : ranges.get(key),
      after: next === undefined ? undefined : ranges.get(next),
      gone: inText.slice(from + 1, to).flatMap((gone) => ranges.get(gone) ?? []),
      added: added.get(key) ?? [],
    };
  });
}

/** New keys, by the kept key that they come after. */
function addedBehind(current: JsonObject, desired: JsonObject): Map<string | undefined, string[]> {
  const added = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const key of Object.keys(desired)) {
    if (Object.hasOwn(current, key)) last = key;
    else added.set(last, [...(added.get(last) ?? []), key]);
  }
  return added;
}

function memberText(rewriting: Rewriting, pointer: Pointer, key: string, value: Json): string {
  return writtenMember(key, value, textFor(rewriting, pointer, value), rewriting.manner);
}
