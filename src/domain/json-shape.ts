import { isArray, type Json, type JsonArray, type JsonObject } from './json.ts';

/** Nesting beyond which a document is refused. Real connectors stay below 30; behind this gate recursion over a document is safe. */
export const MAX_DEPTH = 200;

/** What a walk over a JSON value finds. */
export interface JsonShape {
  /** Members of all objects, each time they are reached: what is shared (a YAML alias) counts at every place it is used. */
  members: number;
  /** Members of objects and elements of arrays. */
  nodes: number;
  /** Levels of objects and arrays: 0 for a scalar. Not followed beyond `MAX_DEPTH` + 1. */
  depth: number;
  /** Whether a key is `__proto__`, which a later copy of the object could take for its prototype. */
  reservedKey: boolean;
  /** Whether a number is infinite or no number at all (`1e999`, `.nan`), which JSON cannot write. */
  unwritable: boolean;
}

export const RESERVED_KEY = '__proto__';

type Container = JsonArray | JsonObject;

/**
 * Walks a value once, level by level and without recursion. It stops when there are more than `limit` nodes or `MAX_DEPTH` levels, and
 * says so by those numbers: a cycle ends, and so does an alias bomb.
 */
export function shapeOf(value: Json, limit = Infinity): Readonly<JsonShape> {
  const shape = { members: 0, nodes: 0, depth: 0, reservedKey: false, unwritable: false };
  let level: Container[] = [];
  visit(value, shape, level);
  while (level.length > 0 && shape.depth <= MAX_DEPTH && shape.nodes <= limit) {
    shape.depth += 1;
    const next: Container[] = [];
    for (const container of level) {
      if (shape.nodes > limit) break;
      visitAll(container, shape, next);
    }
    level = next;
  }
  return shape;
}

function visitAll(container: Container, shape: JsonShape, next: Container[]): void {
  if (isArray(container)) {
    shape.nodes += container.length;
    for (const element of container) visit(element, shape, next);
    return;
  }
  let count = 0;
  for (const key in container) {
    count += 1;
    if (key === RESERVED_KEY) shape.reservedKey = true;
    visit(container[key], shape, next);
  }
  shape.nodes += count;
  shape.members += count;
}

function visit(value: Json | undefined, shape: JsonShape, next: Container[]): void {
  if (typeof value === 'object' && value !== null) next.push(value);
  else if (typeof value === 'number' && !Number.isFinite(value)) shape.unwritable = true;
}
