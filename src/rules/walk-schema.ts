import { arrayMember, entriesOf, isObject, member, stringMember, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { MAX_DEPTH } from '../domain/json-shape.ts';
import type { ReferenceNode, SchemaNode, SchemaUse } from './nodes.ts';

/** Schemas below this many others are not looked at: no document is loaded that nests deeper. */
export const DEEPEST_SCHEMA = MAX_DEPTH;

export interface SchemaVisitors {
  readonly schema: (schema: SchemaNode) => void;
  readonly reference: (reference: ReferenceNode) => void;
}

export interface SchemaRoot {
  readonly value: Json;
  readonly pointer: Pointer;
  readonly kind: SchemaNode['kind'];
  readonly use: SchemaUse;
}

/** Shows a schema and everything below it, parents first, in the document's order. `seen` holds the objects that were shown before. */
export function walkSchema(root: SchemaRoot, visitors: SchemaVisitors, seen: Set<Json>): void {
  if (!isObject(root.value)) return;
  const required = root.kind === 'parameter' && member(root.value, 'required') === true;
  const stack: SchemaNode[] = [{ ...root, value: root.value, depth: 0, required }];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node.value)) continue;
    seen.add(node.value);
    const reference = stringMember(node.value, '$ref');
    if (reference !== undefined) {
      visitors.reference({ kind: 'schema', reference, value: node.value, pointer: node.pointer });
      continue;
    }
    visitors.schema(node);
    if (node.depth < DEEPEST_SCHEMA) for (const below of childrenOf(node).reverse()) stack.push(below);
  }
}

function childrenOf(node: SchemaNode): SchemaNode[] {
  const children: SchemaNode[] = [];
  const add = (value: Json | undefined, pointer: Pointer, required: boolean): void => {
    if (!isObject(value)) return;
    const kind = node.kind === 'schema' ? 'schema' : 'items';
    children.push({ value, kind, use: node.use, pointer, depth: node.depth + 1, required });
  };
  add(member(node.value, 'items'), `${node.pointer}/items`, false);
  if (node.kind !== 'schema') return children;
  const names = new Set(arrayMember(node.value, 'required'));
  for (const [name, value] of entriesOf(member(node.value, 'properties'))) {
    add(value, child(`${node.pointer}/properties`, name), names.has(name));
  }
  add(member(node.value, 'additionalProperties'), `${node.pointer}/additionalProperties`, false);
  for (const [index, value] of (arrayMember(node.value, 'allOf') ?? []).entries()) {
    add(value, `${node.pointer}/allOf/${index}`, false);
  }
  return children;
}
