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
  if (!isObject(value)) return;
  const required = kind === 'parameter' && member(value, 'required') === true;
  const below = kind === 'schema' ? 'schema' : 'items';
  visit({ visitors, seen, below }, new Place(value, kind, use, 0, required, pointer, ''));
}

/** What stays the same below one root. */
interface Walk {
  readonly visitors: SchemaVisitors;
  readonly seen: Set<Json>;
  readonly below: 'schema' | 'items';
}

/** A schema that works out its pointer when somebody asks: that is only who found something there. */
class Place implements SchemaNode {
  readonly value: JsonObject;
  readonly kind: SchemaNode['kind'];
  readonly use: SchemaUse;
  readonly depth: number;
  readonly required: boolean;
  readonly #above: Place | Pointer;
  readonly #step: string;
  readonly #token: string | undefined;

  // oxlint-disable-next-line max-params
  constructor(
    value: JsonObject,
    kind: SchemaNode['kind'],
    use: SchemaUse,
    depth: number,
    required: boolean,
    above: Place | Pointer,
    step: string,
    token?: string,
  ) {
    this.value = value;
    this.kind = kind;
    this.use = use;
    this.depth = depth;
    this.required = required;
    this.#above = above;
    this.#step = step;
    this.#token = token;
  }

  get pointer(): Pointer {
    const above = typeof this.#above === 'string' ? this.#above : this.#above.pointer;
    return this.#token === undefined ? above + this.#step : child(above + this.#step, this.#token);
  }

  below(value: JsonObject, kind: SchemaNode['kind'], required: boolean, step: string, token?: string): Place {
    return new Place(value, kind, this.use, this.depth + 1, required, this, step, token);
  }
}

function visit(walk: Walk, place: Place): void {
  const { visitors, seen } = walk;
  const { value } = place;
  if (seen.has(value)) return;
  seen.add(value);
  const reference = stringMember(value, '$ref');
  if (reference !== undefined) {
    visitors.reference({ kind: 'schema', reference, value, pointer: place.pointer });
    return;
  }
  visitors.schema(place);
  if (place.depth >= DEEPEST_SCHEMA) return;
  const items = member(value, 'items');
  if (isObject(items)) visit(walk, place.below(items, walk.below, false, '/items'));
  if (place.kind === 'schema') visitParts(walk, place);
}

function visitParts(walk: Walk, place: Place): void {
  const { value } = place;
  const properties = objectMember(value, 'properties');
  if (properties !== undefined) visitProperties(walk, place, properties, requiredIn(value));
  const additional = member(value, 'additionalProperties');
  if (isObject(additional)) visit(walk, place.below(additional, 'schema', false, '/additionalProperties'));
  const parts = arrayMember(value, 'allOf');
  if (parts === undefined) return;
  for (const [index, part] of parts.entries()) {
    if (isObject(part)) visit(walk, place.below(part, 'schema', false, `/allOf/${index}`));
  }
}

function visitProperties(
  walk: Walk,
  place: Place,
  properties: JsonObject,
  required: ReadonlySet<Json> | undefined,
): void {
  for (const name in properties) {
    const property = properties[name];
    if (!isObject(property)) continue;
    visit(walk, place.below(property, 'schema', required?.has(name) ?? false, '/properties', name));
  }
}

function requiredIn(schema: JsonObject): ReadonlySet<Json> | undefined {
  const names = arrayMember(schema, 'required');
  return names === undefined || names.length === 0 ? undefined : new Set(names);
}
