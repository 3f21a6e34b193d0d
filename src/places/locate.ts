import type { Pointer } from '../domain/pointer.ts';
import type { Span } from '../domain/span.ts';
import { jsonRoot } from './json-node.ts';
import { lineStartsOf, positionIn } from './position.ts';
import { nearestNode, rangeOf, type SourceNode } from './source-node.ts';
import { yamlRoot } from './yaml-node.ts';
import { readYamlTree } from './yaml-tree.ts';

export type TextFormat = 'json' | 'yaml';

/** How a file's text is read, by its name; undefined when it holds no tree. */
export function formatOf(file: string): TextFormat | undefined {
  if (/\.json$/i.test(file)) return 'json';
  return /\.ya?ml$/i.test(file) ? 'yaml' : undefined;
}

/** The root of a text, or undefined when there is none to find places in (not YAML, too deep, empty). Never throws. */
export function rootOf(text: string, format: TextFormat): SourceNode | undefined {
  if (format === 'json') return jsonRoot(text);
  try {
    return yamlRoot(readYamlTree(text));
  } catch {
    return undefined;
  }
}

/**
 * Where a pointer's value (or its key) stands in a JSON or YAML text; its nearest ancestor when it is not there. Undefined when the text
 * has no tree. For several places in one text, `createLocator` reads it once.
 */
export function locate(text: string, format: TextFormat, pointer: Pointer, key: boolean): Span | undefined {
  const root = rootOf(text, format);
  return root === undefined ? undefined : spanOf(lineStartsOf(text), nearestNode(root, pointer), key);
}

export function spanOf(lineStarts: readonly number[], node: SourceNode, key: boolean): Span {
  const range = rangeOf(node, key);
  return { start: positionIn(lineStarts, range.start), end: positionIn(lineStarts, range.end) };
}
