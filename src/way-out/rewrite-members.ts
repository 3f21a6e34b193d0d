import type { Json, JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { lineStart, nextLine } from '../fix/edits/lines.ts';
import type { Range } from '../places/source-node.ts';
import { editValue, textFor, type Rewriting } from './rewrite.ts';
import { replaceNode } from './rewrite-node.ts';
import { hanging, indented, writtenMember } from './written-value.ts';

/** What changes between two members that stay: those that go, and those that come in their place. */
interface Gap {
  readonly before: Range | undefined;
  readonly after: Range | undefined;
  readonly gone: readonly Range[];
  readonly added: readonly string[];
}

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

function editFlow({ document: { text }, manner, edits }: Rewriting, gap: Gap, texts: readonly string[]): void {
  const { before, after, gone } = gap;
  const [first, last] = [gone[0], gone.at(-1)];
  const near = before ?? after ?? first;
  if (near === undefined || (first === undefined && texts.length === 0)) return;
  const line = text.slice(lineStart(text, near.start), near.start);
  const ownLine = /^[ \t]*$/.test(line);
  const separator = ownLine
    ? `,${manner.lineBreak}${line}`
    : manner.unit === '' && manner.format === 'json'
      ? ','
      : ', ';
  const added = texts.map((one) =>
    hanging(one, ownLine ? line : (/^[ \t]*/.exec(line)?.[0] ?? '')).replaceAll('\n', manner.lineBreak),
  );
  const joined = added.join(separator);
  if (first !== undefined && last !== undefined) edits.push(inPlaceOf(first, last, gap, joined));
  else if (before !== undefined) edits.push({ start: before.end, end: before.end, text: `${separator}${joined}` });
  else edits.push({ start: near.start, end: near.start, text: `${joined}${separator}` });
}

function inPlaceOf(
  first: Range,
  last: Range,
  { before, after }: Gap,
  joined: string,
): { start: number; end: number; text: string } {
  if (joined !== '') return { start: first.start, end: last.end, text: joined };
  if (after !== undefined) return { start: first.start, end: after.start, text: '' };
  return { start: before?.end ?? first.start, end: last.end, text: '' };
}

/** In block style each member has lines of its own. */
function editBlock({ document: { text }, manner, edits }: Rewriting, gap: Gap, texts: readonly string[]): boolean {
  const { before, after, gone } = gap;
  const [first, last] = [gone[0], gone.at(-1)];
  const near = before ?? after ?? first;
  if (near === undefined || (first === undefined && texts.length === 0)) return true;
  const column = ' '.repeat(near.start - lineStart(text, near.start));
  const lines = texts.map((one) => `${indented(one, column)}\n`.replaceAll('\n', manner.lineBreak)).join('');
  if (first !== undefined && last !== undefined) {
    const start = lineStart(text, first.start);
    // The first key of an element stands behind its dash.
    if (/\S/.test(text.slice(start, first.start)) || !isLineEnd(text, last.end)) return false;
    edits.push({ start, end: nextLine(text, last.end), text: lines });
    return true;
  }
  if (before === undefined) {
    edits.push({ start: near.start, end: near.start, text: lines.slice(column.length) + column });
    return true;
  }
  const start = nextLine(text, before.end);
  const isEnd = text[start - 1] !== '\n';
  edits.push({ start, end: start, text: isEnd ? manner.lineBreak + lines.slice(0, -manner.lineBreak.length) : lines });
  return isLineEnd(text, before.end);
}

/** Whether nothing but a comment follows on the line. */
function isLineEnd(text: string, offset: number): boolean {
  return /^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(offset, nextLine(text, offset)));
}
