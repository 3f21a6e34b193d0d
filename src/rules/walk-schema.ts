import {
  arrayMember,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
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
export function walkSchema({ value, kind, use, pointer }: SchemaRoot, visitors: SchemaVisitors, seen: Set<Json>): void {
  const required = kind === 'parameter' && member(value, 'required') === true;
  visit({ visitors, seen, use, below: kind === 'schema' ? 'schema' : 'items' }, value, kind, pointer, 0, required);
}

/** What stays the same below one root. */
interface Walk {
  readonly visitors: SchemaVisitors;
  readonly seen: Set<Json>;
  readonly use: SchemaUse;
  readonly below: 'schema' | 'items';
}

// Many parameters instead of an object: documents have hundreds of thousands of schemas, and nothing else is made for each.
// oxlint-disable-next-line max-params
function visit(
  walk: Walk,
  value: Json | undefined,
  kind: SchemaNode['kind'],
  pointer: Pointer,
  depth: number,
  required: boolean,
): void {
  const { visitors, seen, use } = walk;
  if (!isObject(value) || seen.has(value)) return;
  seen.add(value);
  const reference = stringMember(value, '$ref');
  if (reference !== undefined) {
    visitors.reference({ kind: 'schema', reference, value, pointer });
    return;
  }
  visitors.schema({ value, kind, use, pointer, depth, required });
  if (depth >= DEEPEST_SCHEMA) return;
  const items = member(value, 'items');
  if (items !== undefined) visit(walk, items, walk.below, `${pointer}/items`, depth + 1, false);
  if (kind === 'schema') visitParts(walk, value, pointer, depth + 1);
}

function visitParts(walk: Walk, schema: JsonObject, pointer: Pointer, depth: number): void {
  const properties = objectMember(schema, 'properties');
  if (properties !== undefined) visitProperties(walk, properties, requiredIn(schema), `${pointer}/properties`, depth);
  const additional = member(schema, 'additionalProperties');
  if (isObject(additional)) visit(walk, additional, 'schema', `${pointer}/additionalProperties`, depth, false);
  const allOf = arrayMember(schema, 'allOf');
  if (allOf === undefined) return;
  for (const [index, part] of allOf.entries()) visit(walk, part, 'schema', `${pointer}/allOf/${index}`, depth, false);
}

// oxlint-disable-next-line max-params
function visitProperties(
  walk: Walk,
  properties: JsonObject,
  required: ReadonlySet<Json> | undefined,
  pointer: Pointer,
  depth: number,
): void {
  for (const name of Object.keys(properties)) {
    visit(walk, properties[name], 'schema', child(pointer, name), depth, required?.has(name) ?? false);
  }
}

function requiredIn(schema: JsonObject): ReadonlySet<Json> | undefined {
  const names = arrayMember(schema, 'required');
  return names === undefined || names.length === 0 ? undefined : new Set(names);
}
