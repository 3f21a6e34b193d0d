import type { FilePlace } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import { formatOf, rootOf, spanOf } from './locate.ts';
import { clampOffset, lineStartsOf, positionIn } from './position.ts';
import { nearestNode, type SourceNode } from './source-node.ts';

/** Texts by path, as read. */
export type Texts = Pick<ReadonlyMap<string, string>, 'get' | 'keys'>;

/** Resolves places to lines and columns. */
export type Locator = (place: FilePlace) => Span;

/**
 * Lines and columns of places in `texts` (by path, as read). A text is indexed when a place in it is asked for; the index is larger than the
 * text, so only those of the last few texts are kept. Places come sorted by file.
 */
export function createLocator(texts: Texts): Locator {
  const lines = new Map<string, readonly number[]>();
  const roots = new Map<string, SourceNode | undefined>();
  return (place) => {
    const text = texts.get(place.file);
    if (text === undefined) return START;
    const lineStarts = remembered(lines, place.file, () => lineStartsOf(text));
    if (place.offset !== undefined) return { start: positionIn(lineStarts, clampOffset(text, place.offset)) };
    const format = formatOf(place.file);
    if (format === undefined || place.pointer === undefined) return START;
    const root = remembered(roots, place.file, () => rootOf(text, format));
    return root === undefined ? START : spanOf(lineStarts, nearestNode(root, place.pointer), place.key === true);
  };
}

/** Where a file begins: the place of what has no text, such as an icon or a folder. */
const START: Span = { start: { line: 1, column: 1 } };

const MOST_REMEMBERED = 8;

function remembered<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  if (cache.has(key)) return cache.get(key) as Value;
  const value = make();
  const [oldest] = cache.size < MOST_REMEMBERED ? [] : cache.keys();
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(key, value);
  return value;
}
