import { pointerTo } from '../domain/pointer.ts';
import type { JsonProblem } from './json-problem.ts';
import { endOfComment, endOfJsonToken, isBlank, keyText } from './json-text.ts';
import { note, refuse, refuseAt, startOf, type Expected, type Frame, type ScanState } from './json-scan-state.ts';
import type { Range } from './source-node.ts';

export interface JsonScan {
  /** In the order of the text, at most 50 of each kind. Empty for strict JSON without a repeated key. */
  readonly problems: readonly JsonProblem[];
  /** The text with comments, trailing commas and raw control characters blanked out at equal length; undefined when it is no JSON even so. */
  readonly relaxed: string | undefined;
}

/**
 * Reads a text as JSON, strictly, and goes on where it can. It is for texts that `JSON.parse` refuses or that repeat a key: `JSON.parse` is
 * five times as fast and says neither where nor what. One pass, no recursion, linear in time.
 */
export function scanJson(text: string): JsonScan {
  const state: ScanState = startOf(text);
  while (step(state));
  const broken = state.problems.some((problem) => problem.kind === 'syntax');
  return {
    problems: withoutEcho(state.problems.sort((one, two) => one.start - two.start)),
    relaxed: broken ? undefined : blank(text, state.blanked),
  };
}

/** One token further; false at the end of the text or at the first token that cannot be accepted. */
function step(state: ScanState): boolean {
  skipBlank(state);
  if (state.at >= state.text.length) return state.expected === 'end' ? false : refuse(state, state.at);
  return READERS[state.expected](state);
}

const READERS: Readonly<Record<Expected, (state: ScanState) => boolean>> = {
  value: readValue,
  'value or close': readValue,
  key: readKey,
  'key or close': readKey,
  colon: readColon,
  'comma or close': readComma,
  end: (state) => refuse(state, endOfJsonToken(state.text, state.at)),
};

function skipBlank(state: ScanState): void {
  for (;;) {
    while (isBlank(state.text.charCodeAt(state.at))) state.at += 1;
    const end = endOfComment(state.text, state.at);
    if (end === undefined) return;
    const comment = { kind: 'comment', start: state.at, end } as const;
    note(state, comment);
    state.blanked.push(comment);
    state.at = end;
  }
}

function readValue(state: ScanState): boolean {
  const { text, at } = state;
  const char = text.charAt(at);
  if (char === '{' || char === '[') return open(state, char);
  if (char === ']' && closesHere(state)) return close(state);
  const end = endOfJsonToken(text, at);
  if (char === '"' ? !readString(state, end) : !isWord(state, end)) return false;
  state.at = end;
  return afterValue(state);
}

function isWord(state: ScanState, end: number): boolean {
  return WORD.test(state.text.slice(state.at, end)) || refuse(state, end);
}

const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function open(state: ScanState, char: string): boolean {
  const keys = char === '{' ? new Map<string, Range>() : undefined;
  state.stack.push({ opened: state.at, keys, token: '0', index: 0 });
  state.at += 1;
  state.comma = -1;
  state.expected = keys === undefined ? 'value or close' : 'key or close';
  return true;
}

/** Whether a closing bracket may stand here: after a value, in an empty collection, or after a comma that is one too many. */
function closesHere(state: ScanState): boolean {
  if (state.stack.length === 0) return false;
  if (state.expected === 'value or close' || state.expected === 'key or close') return true;
  if (state.comma < 0) return false;
  const comma = { start: state.comma, end: state.comma + 1 };
  note(state, { kind: 'trailing-comma', ...comma, closer: state.text.charAt(state.at) });
  state.blanked.push(comma);
  return true;
}

function close(state: ScanState): boolean {
  state.stack.pop();
  state.at += 1;
  return afterValue(state);
}

function afterValue(state: ScanState): boolean {
  state.comma = -1;
  state.expected = state.stack.length === 0 ? 'end' : 'comma or close';
  return true;
}

function readKey(state: ScanState): boolean {
  const { text, at } = state;
  const frame = state.stack.at(-1);
  if (text[at] === '}' && closesHere(state)) return close(state);
  const end = endOfJsonToken(text, at);
  if (text[at] !== '"' || frame?.keys === undefined) return refuse(state, end);
  if (!readString(state, end)) return false;
  noteKey(state, frame, frame.keys, { start: at, end });
  state.at = end;
  state.expected = 'colon';
  return true;
}

function noteKey(state: ScanState, frame: Frame, keys: Map<string, Range>, range: Range): void {
  const key = keyText(state.text, range.start, range.end);
  frame.token = key;
  const first = keys.get(key);
  if (first === undefined) keys.set(key, range);
  else {
    const pointer = pointerTo(...state.stack.map((one) => one.token));
    note(state, { kind: 'duplicate-key', ...range, key, pointer, first });
  }
}

function readColon(state: ScanState): boolean {
  if (state.text[state.at] !== ':') return refuse(state, endOfJsonToken(state.text, state.at));
  state.at += 1;
  state.comma = -1;
  state.expected = 'value';
  return true;
}

function readComma(state: ScanState): boolean {
  const { text, at } = state;
  const frame = state.stack.at(-1);
  const isObject = frame?.keys !== undefined;
  if (text[at] === (isObject ? '}' : ']')) return close(state);
  if (text[at] !== ',' || frame === undefined) return refuse(state, endOfJsonToken(text, at));
  if (!isObject) {
    frame.index += 1;
    frame.token = String(frame.index);
  }
  state.comma = at;
  state.at += 1;
  state.expected = isObject ? 'key' : 'value';
  return true;
}

/** Looks at the inside of a string, and refuses one that is not closed or has an escape that JSON does not know. */
function readString(state: ScanState, end: number): boolean {
  const { text, at } = state;
  if (end < at + 2 || text[end - 1] !== '"') return refuse(state, end);
  const inner = text.slice(at + 1, end - 1);
  if (CONTROL.test(inner)) noteControls(state, at + 1, end - 1);
  const bad = badEscapeIn(inner);
  return bad === undefined || refuseAt(state, at + 1 + bad, at + 3 + bad, 'an escape that JSON knows');
}

// Raw control characters are what this looks for.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f]/;

function noteControls(state: ScanState, from: number, to: number): void {
  for (let start = from; start < to; start += 1) {
    const code = state.text.charCodeAt(start);
    if (code >= 0x20) continue;
    // Both characters of a Windows line end are one mistake.
    const end = start + (code === 13 && state.text.charCodeAt(start + 1) === 10 ? 2 : 1);
    const control = { kind: 'control-character', start, end, code } as const;
    note(state, control);
    state.blanked.push(control);
    start = end - 1;
  }
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function badEscapeIn(inner: string): number | undefined {
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', ESCAPE.lastIndex)) {
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(inner)) return at;
  }
  return undefined;
}

/** A quote that is missing shows as a line break in a string; what then looks wrong further on is only its echo. */
function withoutEcho(problems: readonly JsonProblem[]): readonly JsonProblem[] {
  const broken = problems.findIndex((problem) => problem.kind === 'control-character' && LINE_BREAKS.has(problem.code));
  return broken < 0 ? problems : problems.filter((problem, index) => problem.kind !== 'syntax' || index < broken);
}
const LINE_BREAKS = new Set([10, 13]);

function blank(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...ranges].sort((one, two) => one.start - two.start)) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}
