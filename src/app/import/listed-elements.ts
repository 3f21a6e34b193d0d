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
import { resolveReference } from '../../domain/operation.ts';

/** What an operation of an OpenAPI 2.0 document answers with. */
export function resultSchema(document: JsonObject, operation: JsonObject): Json | undefined {
  const responses = objectMember(operation, 'responses');
  const response = resolveReference(document, member(responses, '200'), '').value;
  return member(response, 'schema');
}

export interface List {
  readonly collection: string | undefined;
  readonly items: Json | undefined;
}

/** A list itself, or an object with exactly one. */
export function listIn(document: JsonObject, schema: Json | undefined): List | undefined {
  const resolved = resolveReference(document, schema, '').value;
  if (stringMember(resolved, 'type') === 'array') return { collection: undefined, items: member(resolved, 'items') };
  const lists = entriesOf(objectMember(resolved, 'properties')).flatMap(([key, property]): List[] => {
    const { value } = resolveReference(document, property, '');
    return stringMember(value, 'type') === 'array' ? [{ collection: key, items: member(value, 'items') }] : [];
  });
  return lists.length === 1 ? lists[0] : undefined;
}

export interface ElementProperty {
  readonly name: string;
  readonly type: string;
  readonly format: string | undefined;
}

/** What an element holds, parts of it that stand elsewhere included. */
export function propertiesOf(document: JsonObject, schema: Json | undefined, depth = 0): ElementProperty[] {
  const { value } = resolveReference(document, schema, '');
  if (!isObject(value) || depth > 4) return [];
  const own = entriesOf(objectMember(value, 'properties')).map(([name, property]): ElementProperty => {
    const resolved = resolveReference(document, property, '').value;
    return { name, type: stringMember(resolved, 'type') ?? 'object', format: stringMember(resolved, 'format') };
  });
  const parts = (arrayMember(value, 'allOf') ?? [])
    .slice(0, 8)
    .flatMap((part) => propertiesOf(document, part, depth + 1));
  return [...own, ...parts];
}

/** A name as people mean it, whatever case and marks they write it in. */
export function simplified(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
