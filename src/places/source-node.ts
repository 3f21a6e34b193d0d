import { tokensOf, type Pointer } from '../domain/pointer.ts';

/** Half-open range of offsets into a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value in a JSON or YAML text. Children are looked for when they are first asked for, and remembered. */
export interface SourceNode extends Range {
  /** Its key in the object that holds it; an element of an array has none. */
  readonly key: Range | undefined;
  child(token: string): SourceNode | undefined;
}

/** The node at a pointer, or its nearest ancestor that exists. */
export function nearestNode(root: SourceNode, pointer: Pointer): SourceNode {
  let node = root;
  for (const token of tokensOf(pointer)) {
    const next = node.child(token);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

/** What a finding points at: the value, or its key. What has no key (the root, an element of an array) is pointed at itself. */
export function rangeOf(node: SourceNode, key: boolean): Range {
  return key && node.key !== undefined ? node.key : node;
}
