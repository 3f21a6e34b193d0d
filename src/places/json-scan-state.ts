import type { JsonProblem } from './json-problem.ts';
import type { Range } from './source-node.ts';

/** An object or array that is open. */
export interface Frame {
  readonly opened: number;
  readonly keys: Map<string, Range> | undefined;
  /** The key or index that is being read. */
  token: string;
  index: number;
}

/** What may come next. */
export type Expected = 'value' | 'value or close' | 'key' | 'key or close' | 'colon' | 'comma or close' | 'end';

/** Where a scan stands, and what it has found. */
export interface ScanState {
  readonly text: string;
  readonly stack: Frame[];
  readonly problems: JsonProblem[];
  readonly counts: Map<JsonProblem['kind'], number>;
  readonly blanked: Range[];
  at: number;
  expected: Expected;
  /** Offset of the last comma, while nothing has followed it. */
  comma: number;
}

const MOST_OF_A_KIND = 50;

export function startOf(text: string): ScanState {
  return { text, stack: [], problems: [], counts: new Map(), blanked: [], at: 0, expected: 'value', comma: -1 };
}

export function note(state: ScanState, problem: JsonProblem): void {
  const count = state.counts.get(problem.kind) ?? 0;
  state.counts.set(problem.kind, count + 1);
  if (count < MOST_OF_A_KIND) state.problems.push(problem);
}

/** Ends the scan at the token that is here. */
export function refuse(state: ScanState, end: number): false {
  return refuseAt(state, state.at, end, expectedWords(state));
}

export function refuseAt(state: ScanState, start: number, end: number, expected: string): false {
  const seen = state.text.slice(start, Math.min(end, start + 40));
  const opened = state.stack.at(-1)?.opened;
  state.problems.push({ kind: 'syntax', start, end, seen, expected, opened });
  return false;
}

function expectedWords({ expected, stack }: ScanState): string {
  if (expected !== 'comma or close') return WORDS[expected];
  return stack.at(-1)?.keys === undefined ? '"," or "]"' : '"," or "}"';
}

const WORDS: Readonly<Record<Exclude<Expected, 'comma or close'>, string>> = {
  value: 'a value',
  'value or close': 'a value or "]"',
  key: 'a key in double quotes',
  'key or close': 'a key in double quotes or "}"',
  colon: '":"',
  end: 'the end of the file',
};
