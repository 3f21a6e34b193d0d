import { isObject, stringMember, type Json, type JsonArray } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { lineStart } from '../fix/edits/lines.ts';
import type { Range } from '../places/source-node.ts';
import { editBlock, editFlow, type Gap } from './rewrite-gaps.ts';
import { editValue, textFor, type Rewriting } from './rewrite.ts';
import { writtenElement } from './written-value.ts';

/**
 * Edits a list whose elements name themselves: each keeps its text, and the comments around it, wherever it comes to stand. False where
 * the list is not like that, its elements change places, or nothing comes or goes but at its end.
 */
export function editNamedElements(
  rewriting: Rewriting,
  pointer: Pointer,
  current: JsonArray,
  desired: JsonArray,
): boolean {
  const [old, now] = [namesOf(current), namesOf(desired)];
  if (old === undefined || now === undefined || hasOrigins(rewriting, pointer)) return false;
  const pairs = pairsOf(old, now);
  const isPrefix = pairs.length === old.length && pairs.every(({ from, to }) => from === to);
  if (pairs.length === 0 || isPrefix) return false;
  const isFlow = isFlowAt(rewriting, pointer);
  const ranges = current.map((_, index) => rangeOf(rewriting, child(pointer, index), isFlow));
  if (!ranges.every((range) => range !== undefined)) return false;
  const areEdited = pairs.every(({ from, to }) =>
    editValue(rewriting, child(pointer, from), current[from] ?? null, desired[to] ?? null),
  );
  if (!areEdited) return false;
  return gapsOf(pairs, ranges, now.length).every(({ added, ...gap }) => {
    const texts = added.map((index) => elementText(rewriting, child(pointer, index), desired[index] ?? null, isFlow));
    if (!isFlow) return editBlock(rewriting, { ...gap, added: texts }, texts);
    editFlow(rewriting, { ...gap, added: texts }, texts);
    return true;
  });
}

/** An element that stays, by its place before and after. */
interface Pair {
  readonly from: number;
  readonly to: number;
}

/** None when elements change places. Between two that stay, as many that go as that come are edited into one another. */
function pairsOf(old: readonly string[], now: readonly string[]): Pair[] {
  const named = old.flatMap((name, from) => (now.includes(name) ? [{ from, to: now.indexOf(name) }] : []));
  if (named.some(({ to }, index) => to < (named[index - 1]?.to ?? 0))) return [];
  const stops = [{ from: -1, to: -1 }, ...named, { from: old.length, to: now.length }];
  return stops.slice(1).flatMap((stop, index) => {
    const { from, to } = stops[index] ?? stop;
    const isEven = stop.from - from === stop.to - to;
    const between = isEven ? Array.from({ length: stop.from - from - 1 }, (_, at) => at + 1) : [];
    const pairs = between.map((step) => ({ from: from + step, to: to + step }));
    return index === named.length ? pairs : [...pairs, stop];
  });
}

// As a merge tells elements apart: parameters, policies, entries of the metadata, tags.
const IDENTITIES: readonly (readonly string[])[] = [['in', 'name'], ['template', 'title'], ['propertyName'], ['name']];

/** What each element is about; undefined when one does not say it, or two are about the same. */
function namesOf(list: JsonArray): string[] | undefined {
  const names = list.flatMap((element) => nameOf(element) ?? []);
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}

function nameOf(element: Json): string | undefined {
  if (typeof element === 'string') return element;
  if (!isObject(element)) return undefined;
  const keys = ['$ref', ...IDENTITIES]
    .map((key) => [key].flat())
    .find((all) => all.every((key) => isText(element, key)));
  return keys === undefined ? undefined : JSON.stringify(keys.map((key) => element[key] ?? ''));
}

function isText(element: Json, key: string): boolean {
  return stringMember(element, key) !== undefined;
}

function hasOrigins({ origins }: Rewriting, pointer: Pointer): boolean {
  return [...origins.keys()].some((place) => place.startsWith(`${pointer}/`));
}

function isFlowAt({ document, manner }: Rewriting, pointer: Pointer): boolean {
  return manner.format === 'json' || document.text[document.nodeAt(pointer)?.start ?? 0] === '[';
}

/** In block style from the dash on, which stands alone before it. */
function rangeOf({ document }: Rewriting, pointer: Pointer, isFlow: boolean): Range | undefined {
  const node = document.nodeAt(pointer);
  if (node === undefined || isFlow) return node;
  const from = lineStart(document.text, node.start);
  const spaces = /^( *)- +$/.exec(document.text.slice(from, node.start))?.[1];
  return spaces === undefined ? undefined : { start: from + spaces.length, end: node.end };
}

type IndexedGap = Omit<Gap, 'added'> & { readonly added: readonly number[] };

/** The gaps between elements that stay, with the indexes of what comes. */
function gapsOf(pairs: readonly Pair[], ranges: readonly Range[], length: number): IndexedGap[] {
  const stops = [{ from: -1, to: -1 }, ...pairs, { from: ranges.length, to: length }];
  return stops.slice(1).map((stop, index) => {
    const { from, to } = stops[index] ?? stop;
    return {
      before: ranges[from],
      after: ranges[stop.from],
      gone: ranges.slice(from + 1, stop.from),
      added: Array.from({ length: stop.to - to - 1 }, (_, at) => to + 1 + at),
    };
  });
}

function elementText(rewriting: Rewriting, pointer: Pointer, value: Json, isFlow: boolean): string {
  const text = textFor(rewriting, pointer, value);
  return isFlow ? text : writtenElement(text, rewriting.manner);
}
