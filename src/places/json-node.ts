import { endOfJsonString, endOfJsonToken, keyText, skipJsonBlank } from './json-text.ts';
import type { Range, SourceNode } from './source-node.ts';

/** A text and where its long brackets end, so that finding a deep place never reads the same megabytes again at every level. */
interface JsonSource {
  readonly text: string;
  readonly longEnds: ReadonlyMap<number, number>;
}

/** Brackets that span fewer characters than this are cheaper to follow again than to remember. */
const LONG = 4096;

/**
 * The root of a JSON text, for finding places in it. The text is one that parses, or would without its comments and trailing commas;
 * in any other text some place is found, never an exception. Works without recursion: depth does not matter.
 */
export function jsonRoot(text: string): SourceNode {
  const source = { text, longEnds: longEndsOf(text) };
  const start = skipJsonBlank(text, 0);
  return jsonNode(source, start, endOfValue(source, start), undefined);
}

function jsonNode(source: JsonSource, start: number, end: number, key: Range | undefined): SourceNode {
  let children: ReadonlyMap<string, SourceNode> | undefined;
  const child = (token: string): SourceNode | undefined => {
    children ??= childrenOf(source, start, end);
    return children.get(token);
  };
  return { start, end, key, child };
}

/** As `JSON.parse` does, the last of two equal keys counts. */
function childrenOf(source: JsonSource, start: number, end: number): ReadonlyMap<string, SourceNode> {
  const { text } = source;
  const children = new Map<string, SourceNode>();
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return children;
  let at = skipJsonBlank(text, start + 1);
  while (at < end - 1) {
    const key = isObject && text[at] === '"' ? { start: at, end: endOfJsonString(text, at) } : undefined;
    const from = key === undefined ? at : skipMark(text, key.end, ':');
    const to = endOfValue(source, from);
    const token = key === undefined ? String(children.size) : keyText(text, key.start, key.end);
    children.set(token, jsonNode(source, from, to, key));
    at = skipMark(text, Math.max(to, at + 1), ',');
  }
  return children;
}

function skipMark(text: string, at: number, mark: string): number {
  const next = skipJsonBlank(text, at);
  return text[next] === mark ? skipJsonBlank(text, next + 1) : next;
}

/** Just behind the value that starts at `start`. A bracket is followed to the one that closes it, whatever is between. */
function endOfValue({ text, longEnds }: JsonSource, start: number): number {
  const known = longEnds.get(start);
  if (known !== undefined) return known;
  let depth = 0;
  for (let at = start; at < text.length; at = skipJsonBlank(text, at)) {
    const step = bracketStep(text.charCodeAt(at));
    depth += step;
    if (depth < 0) return at;
    at = endOfJsonToken(text, at);
    if (depth === 0) return at;
  }
  return text.length;
}

function longEndsOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = skipJsonBlank(text, 0); at < text.length; at = skipJsonBlank(text, at)) {
    const step = bracketStep(text.charCodeAt(at));
    if (step > 0) open.push(at);
    at = endOfJsonToken(text, at);
    const start = step < 0 ? open.pop() : undefined;
    if (start !== undefined && at - start >= LONG) ends.set(start, at);
  }
  return ends;
}

/** 1 for an opening bracket, -1 for a closing one. */
function bracketStep(code: number): number {
  if (code === 0x7b || code === 0x5b) return 1;
  return code === 0x7d || code === 0x5d ? -1 : 0;
}
