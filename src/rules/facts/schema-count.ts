import {
  arrayMember,
  entriesOf,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { sizeOf } from './expanded-size.ts';
import { targetOf } from './references.ts';

/** Schemas on one level that are still to count, and the definitions that they are inside of. */
interface Level {
  readonly schemas: readonly JsonObject[];
  next: number;
  readonly inside: Inside | undefined;
}

interface Inside {
  readonly reference: string;
  readonly outer: Inside | undefined;
}

/**
 * How many schemas one schema holds once references are followed, each use counted, a definition inside itself not followed again.
 * Stops at the first beyond `most`, so that however wide, deep or circular the schemas are, a call costs about `most` steps.
 */
export function countSchemas(document: JsonObject, root: Json | undefined, most: number): number {
  const { count, isExact } = sizeOf(document, root);
  if (isExact || !isObject(root)) return Math.min(count, most + 1);
  const known = CIRCLES.get(root) ?? new Map<number, number>();
  CIRCLES.set(root, known);
  const counted = known.get(most) ?? countFrom(document, root, most);
  known.set(most, counted);
  return counted;
}

// What was counted by walking, by the limit: many operations can share one schema.
const CIRCLES = new WeakMap<JsonObject, Map<number, number>>();

/** From one place of a circle of references. */
function countFrom(document: JsonObject, root: JsonObject, most: number): number {
  const levels: Level[] = [{ schemas: [root], next: 0, inside: undefined }];
  let count = 0;
  let steps = 0;
  for (let level = levels.at(-1); level !== undefined && count <= most && steps < 10 * most; level = levels.at(-1)) {
    steps += 1;
    const schema = level.schemas[level.next];
    level.next += 1;
    if (schema === undefined) levels.pop();
    else {
      const below = levelBelow(document, schema, level.inside);
      if (stringMember(schema, '$ref') === undefined) count += 1;
      if (below !== undefined) levels.push(below);
    }
  }
  return count;
}

function levelBelow(document: JsonObject, schema: JsonObject, inside: Inside | undefined): Level | undefined {
  const reference = stringMember(schema, '$ref');
  if (reference === undefined) return { schemas: childrenOf(schema), next: 0, inside };
  const target = isInside(inside, reference) ? undefined : targetOf(document, reference, 'schema');
  if (target?.kind !== 'found' || !isObject(target.value)) return undefined;
  return { schemas: [target.value], next: 0, inside: { reference, outer: inside } };
}

function isInside(start: Inside | undefined, reference: string): boolean {
  for (let inside = start; inside !== undefined; inside = inside.outer) if (inside.reference === reference) return true;
  return false;
}

// A wide definition that many bodies use is listed once.
const CHILDREN = new WeakMap<JsonObject, readonly JsonObject[]>();

function childrenOf(schema: JsonObject): readonly JsonObject[] {
  const known = CHILDREN.get(schema);
  if (known !== undefined) return known;
  const properties = entriesOf(objectMember(schema, 'properties')).map(([, value]) => value);
  const rest = [
    member(schema, 'items'),
    member(schema, 'additionalProperties'),
    ...(arrayMember(schema, 'allOf') ?? []),
  ];
  const children = [...properties, ...rest].filter(isObject);
  CHILDREN.set(schema, children);
  return children;
}
