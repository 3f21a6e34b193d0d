import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';
import { pointerTo, type Pointer } from '../domain/pointer.ts';
import type { Range } from './source-node.ts';

/** The parser's events of one YAML text, and what they do not say: where each value ends and what belongs to what. */
export interface YamlTree {
  readonly text: string;
  readonly events: readonly Event[];
  readonly nodes: readonly (YamlNode | undefined)[];
  readonly documents: number;
  readonly problems: readonly YamlProblem[];
}

/** The value that begins with an event; `nodes` holds it at the index of that event. */
export interface YamlNode {
  start: number;
  end: number;
  /** Index of the first event behind this value. */
  next: number;
  /** Index of the event that is its key. */
  readonly key: number | undefined;
  /** For an alias: index of the event it stands for. */
  readonly target: number | undefined;
}

export type YamlProblem =
  | (Range & {
      readonly kind: 'duplicate-key';
      readonly key: string;
      readonly pointer: Pointer;
      readonly first: Range;
    })
  /** An alias that stands inside the value it names. */
  | (Range & { readonly kind: 'cycle'; readonly name: string });

/** Nesting that is followed, in the file and in the value made of it. Real connectors stay below 30. */
export const YAML_MAX_DEPTH = 200;

interface Frame {
  readonly at: number;
  readonly kind: 'document' | 'sequence' | 'mapping';
  readonly keys: Map<string, Range>;
  pendingKey: number | undefined;
  token: string;
  index: number;
}

interface State {
  readonly text: string;
  readonly events: readonly Event[];
  readonly nodes: (YamlNode | undefined)[];
  readonly problems: YamlProblem[];
  readonly anchors: Map<string, number>;
  readonly stack: Frame[];
  documents: number;
  /** End of the last token that was read. */
  end: number;
}

/**
 * Reads a YAML text with the parser that also loads it, so that both see the same document. Throws js-yaml's `YAMLException`, with
 * `mark.position`, for what is not YAML or nests deeper than 200. Aliases are not expanded: time and memory are linear in the text.
 */
export function readYamlTree(text: string): YamlTree {
  const events = parseEvents(text, { maxDepth: YAML_MAX_DEPTH });
  const state: State = { text, events, nodes: [], problems: [], anchors: new Map(), stack: [], documents: 0, end: 0 };
  for (const [at, event] of events.entries()) read(state, event, at);
  return state;
}

function read(state: State, event: Event, at: number): void {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      state.documents += 1;
      return push(state, at, 'document');
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      beginValue(state, at, { start: event.start, end: event.start + 1 });
      anchor(state, event, at);
      return push(state, at, event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence');
    case EVENT_ID.SCALAR:
      beginValue(state, at, rangeOfScalar(state, event), event);
      return anchor(state, event, at);
    case EVENT_ID.ALIAS:
      return readAlias(state, at, { start: event.anchorStart - 1, end: event.anchorEnd });
    case EVENT_ID.POP:
      return pop(state, at);
  }
}

function push(state: State, at: number, kind: Frame['kind']): void {
  state.stack.push({ at, kind, keys: new Map(), pendingKey: undefined, token: '', index: 0 });
}

function pop(state: State, at: number): void {
  const frame = state.stack.pop();
  const node = frame === undefined ? undefined : state.nodes[frame.at];
  if (node === undefined) return;
  if (/[[{]/.test(state.text.charAt(node.start))) state.end = behindBracket(state.text, Math.max(state.end, node.end));
  node.end = Math.max(state.end, node.end);
  node.next = at + 1;
}

function behindBracket(text: string, from: number): number {
  CLOSER.lastIndex = from;
  return CLOSER.test(text) ? CLOSER.lastIndex : from;
}
const CLOSER = /[\s,]*[\]}]/y;

/** Files a node under its parent: as a key, as the value of the key before it, or as the next element. */
function beginValue(state: State, at: number, range: Range, scalar?: ScalarEvent, target?: number): void {
  const parent = state.stack.at(-1);
  let key: number | undefined;
  if (parent?.kind === 'mapping' && parent.pendingKey === undefined) {
    parent.pendingKey = at;
    if (scalar !== undefined) noteKey(state, parent, getScalarValue(state.text, scalar), range);
  } else if (parent?.kind === 'mapping') {
    key = parent.pendingKey;
    parent.pendingKey = undefined;
  } else if (parent?.kind === 'sequence') {
    parent.token = String(parent.index);
    parent.index += 1;
  }
  state.nodes[at] = { ...range, next: at + 1, key, target };
  state.end = Math.max(state.end, range.end);
}

function noteKey(state: State, frame: Frame, key: string, range: Range): void {
  frame.token = key;
  const first = frame.keys.get(key);
  if (first === undefined) frame.keys.set(key, range);
  else {
    const path = state.stack.filter((one) => one.kind !== 'document').map((one) => one.token);
    state.problems.push({ kind: 'duplicate-key', ...range, key, pointer: pointerTo(...path), first });
  }
}

function anchor(state: State, event: Exclude<Event, { type: 1 | 6 }>, at: number): void {
  if (event.anchorStart >= 0) state.anchors.set(state.text.slice(event.anchorStart, event.anchorEnd), at);
}

function readAlias(state: State, at: number, range: Range): void {
  const name = state.text.slice(range.start + 1, range.end);
  const target = state.anchors.get(name);
  beginValue(state, at, range, undefined, target);
  if (state.stack.some((frame) => frame.at === target)) state.problems.push({ kind: 'cycle', ...range, name });
}

/** With its quotes; a block scalar from its `|` or `>`, without the line breaks behind it; an empty value where the last token ends. */
function rangeOfScalar({ text, end }: State, event: ScalarEvent): Range {
  const { valueStart, valueEnd, style } = event;
  if (valueStart < 0) return { start: end, end };
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return { start: valueStart - 1, end: valueEnd + 1 };
  }
  const header = text.lastIndexOf(style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>', valueStart - 1);
  let last = valueEnd;
  while (last > valueStart && (text[last - 1] === '\n' || text[last - 1] === '\r')) last -= 1;
  return { start: header < 0 ? valueStart : header, end: Math.max(last, header + 1) };
}
