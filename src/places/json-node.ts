import { endOfComment, endOfJsonString, endOfJsonToken, keyText, skipJsonBlank } from './json-text.ts';
import type { Range, SourceNode } from './source-node.ts';

/** A text and where each of its brackets ends, so that a value is stepped over at once, however large it is. */
interface JsonSource {
  readonly text: string;
  /** Offsets of opening brackets, ascending. */
  readonly opens: readonly number[];
  /** For each of them the offset behind the bracket that closes it; the end of the text when none does. */
  readonly ends: readonly number[];
}

/**
 * The root of a JSON text, for finding places in it. The text is one that parses, or would without its comments and trailing commas;
 * in any other text some place is found, never an exception. Works without recursion: depth does not matter.
 */
export function jsonRoot(text: string): SourceNode {
  const source = bracketsOf(text);
  const start = skipJsonBlank(text, 0);
  return new JsonNode(source, start, endOfValue(source, start), NO_KEY, NO_KEY);
}

const NO_KEY = -1;

/** There is one for each member of each object that leads to a place: a class, because functions of its own would be most of it. */
class JsonNode implements SourceNode {
  readonly start: number;
  readonly end: number;
  readonly #source: JsonSource;
  readonly #keyStart: number;
  readonly #keyEnd: number;
  #children: ReadonlyMap<string, SourceNode> | undefined;

  // oxlint-disable-next-line max-params
  constructor(source: JsonSource, start: number, end: number, keyStart: number, keyEnd: number) {
    this.#source = source;
    this.start = start;
    this.end = end;
    this.#keyStart = keyStart;
    this.#keyEnd = keyEnd;
  }

  get key(): Range | undefined {
    return this.#keyStart === NO_KEY ? undefined : { start: this.#keyStart, end: this.#keyEnd };
  }

  child(token: string): SourceNode | undefined {
    this.#children ??= childrenOf(this.#source, this.start, this.end);
    return this.#children.get(token);
  }
}

/** As `JSON.parse` does, the last of two equal keys counts. */
function childrenOf(source: JsonSource, start: number, end: number): ReadonlyMap<string, SourceNode> {
  const { text } = source;
  const children = new Map<string, SourceNode>();
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return children;
  let at = skipJsonBlank(text, start + 1);
  while (at < end - 1) {
    const hasKey = isObject && text[at] === '"';
    const keyEnd = hasKey ? endOfJsonString(text, at) : NO_KEY;
    const from = hasKey ? skipMark(text, keyEnd, ':') : at;
    const to = endOfValue(source, from);
    const token = hasKey ? keyText(text, at, keyEnd) : String(children.size);
    children.set(token, new JsonNode(source, from, to, hasKey ? at : NO_KEY, keyEnd));
    at = skipMark(text, Math.max(to, at + 1), ',');
  }
  return children;
}

function skipMark(text: string, at: number, mark: string): number {
  const next = skipJsonBlank(text, at);
  return text[next] === mark ? skipJsonBlank(text, next + 1) : next;
}

/** Just behind the value that starts at `start`. */
function endOfValue({ text, opens, ends }: JsonSource, start: number): number {
  if (start >= text.length) return text.length;
  const step = bracketStep(text.charCodeAt(start));
  if (step > 0) return ends[indexIn(opens, start)] ?? text.length;
  return step < 0 ? start : endOfJsonToken(text, start);
}

/** By halving: one of the opening brackets is at this offset. */
function indexIn(opens: readonly number[], offset: number): number {
  let low = 0;
  let high = opens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((opens[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads the text once. Nearly all of it is white space and strings, so what else there is is told by a table. */
function bracketsOf(text: string): JsonSource {
  const opens: number[] = [];
  const ends: number[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      do at += 1;
      while (text.charCodeAt(at) === SPACE);
      continue;
    }
    const role = code < 128 ? ROLES[code] : NOTHING;
    if (role === NOTHING) at += 1;
    else if (role === QUOTE) at = endOfJsonString(text, at);
    else if (role === SLASH) at = endOfComment(text, at) ?? at + 1;
    else {
      at += 1;
      if (role === OPEN) {
        open.push(opens.length);
        opens.push(at - 1);
        ends.push(text.length);
      } else {
        const closed = open.pop();
        if (closed !== undefined) ends[closed] = at;
      }
    }
  }
  return { text, opens, ends };
}

const SPACE = 32;
const [NOTHING, QUOTE, SLASH, OPEN, CLOSE] = [0, 1, 2, 3, 4] as const;
const ROLES = new Uint8Array(128);
for (const [characters, role] of [
  ['"', QUOTE],
  ['/', SLASH],
  ['{[', OPEN],
  ['}]', CLOSE],
] as const) {
  for (const character of characters) ROLES[character.charCodeAt(0)] = role;
}

/** 1 for an opening bracket, -1 for a closing one. */
function bracketStep(code: number): number {
  if (code === 0x7b || code === 0x5b) return 1;
  return code === 0x7d || code === 0x5d ? -1 : 0;
}
