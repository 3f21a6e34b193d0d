import { arrayMember, entriesOf, member, type Json, type JsonObject } from '../../domain/json.ts';
import { resolveReference } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';

/** A schema and where it is defined. */
export interface Place {
  readonly value: Json | undefined;
  readonly at: Pointer;
}

export interface Property extends Place {
  readonly name: string;
  readonly required: boolean;
}

/** At most so many parts of `allOf`, nested ones counted: a part may name its own whole. */
const PARTS = 32;

/**
 * The properties of an object schema, those of its `allOf` parts included, in the author's order; the first of a name wins.
 * `visited` counts every property that was looked at, overridden ones too.
 */
export function propertiesOf(
  openapi: JsonObject,
  schema: Place,
): { readonly properties: readonly Property[]; readonly visited: number } {
  const found = new Map<string, Property>();
  const places = [schema];
  let visited = 0;
  for (let next = 0; next < Math.min(places.length, PARTS); next += 1) {
    const place = places[next] ?? schema;
    for (const property of ownProperties(place)) {
      visited += 1;
      if (!found.has(property.name)) found.set(property.name, property);
    }
    places.push(...partsOf(openapi, place));
  }
  return { properties: [...found.values()], visited };
}

function ownProperties({ value: schema, at }: Place): readonly Property[] {
  const required = new Set(arrayMember(schema, 'required'));
  return entriesOf(member(schema, 'properties')).map(([name, value]) => ({
    name,
    required: required.has(name),
    value,
    at: child(at, 'properties', name),
  }));
}

function partsOf(openapi: JsonObject, { value, at }: Place): Place[] {
  const parts = (arrayMember(value, 'allOf') ?? []).slice(0, PARTS);
  return parts.map((part, index) => resolveReference(openapi, part, child(at, 'allOf', index)));
}
