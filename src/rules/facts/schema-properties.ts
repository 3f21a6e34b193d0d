import { entriesOf, member, type Json, type JsonObject } from '../../domain/json.ts';

/** More properties than any real schema has; a body that refers to a wider one from thousands of operations must not cost millions of steps. */
export const MOST_PROPERTIES = 2000;

const KNOWN = new WeakMap<JsonObject, readonly (readonly [string, Json])[]>();

/** The properties of a schema, at most `MOST_PROPERTIES`. Listed once for each schema, however many references lead to it. */
export function propertiesOf(schema: JsonObject): readonly (readonly [string, Json])[] {
  const known = KNOWN.get(schema);
  if (known !== undefined) return known;
  const properties = entriesOf(member(schema, 'properties')).slice(0, MOST_PROPERTIES);
  KNOWN.set(schema, properties);
  return properties;
}
