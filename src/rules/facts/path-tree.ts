import type { Operation } from '../../domain/operation.ts';

/** The paths of one verb by their segments. */
export interface PathTree {
  readonly add: (operation: Operation) => void;
  /** A path that has a variable where the given one has fixed text, and matches whatever the given one does. */
  readonly widerThan: (path: string) => Operation | undefined;
}

interface Node {
  /** By fixed segment; every variable is `{}`. */
  readonly below: Map<string, Node>;
  operation: Operation | undefined;
}

const VARIABLE = '{}';
// What one search may visit: two branches at each segment, in a tree that may be made to have all of them.
const MOST_VISITS = 1000;

export function createPathTree(): PathTree {
  const root: Node = { below: new Map(), operation: undefined };
  return {
    add: (operation) => {
      let node = root;
      for (const segment of segmentsOf(operation.path)) {
        const next = node.below.get(segment) ?? { below: new Map(), operation: undefined };
        node.below.set(segment, next);
        node = next;
      }
      node.operation ??= operation;
    },
    widerThan: (path) => search(root, segmentsOf(path)),
  };
}

interface Visit {
  readonly node: Node;
  readonly index: number;
  readonly isWider: boolean;
}

function search(root: Node, segments: readonly string[]): Operation | undefined {
  const pending: Visit[] = [{ node: root, index: 0, isWider: false }];
  for (let visits = 0; visits < MOST_VISITS; visits += 1) {
    const visit = pending.pop();
    if (visit === undefined) return undefined;
    const { node, index, isWider } = visit;
    const segment = segments[index];
    if (segment === undefined) {
      if (isWider && node.operation !== undefined) return node.operation;
      continue;
    }
    const variable = segment === VARIABLE ? undefined : node.below.get(VARIABLE);
    const same = node.below.get(segment);
    if (variable !== undefined) pending.push({ node: variable, index: index + 1, isWider: true });
    if (same !== undefined) pending.push({ node: same, index: index + 1, isWider });
  }
  return undefined;
}

/** The segments of a path, in lower case; one that is a variable as a whole is `{}`. */
function segmentsOf(path: string): string[] {
  const segments = path.toLowerCase().split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  return segments.map((segment) => (segment.startsWith('{') && /^\{[^{}]*\}$/.test(segment) ? VARIABLE : segment));
}
