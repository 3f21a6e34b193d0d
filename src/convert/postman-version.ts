import { isArray, isObject, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';

export type PostmanVersion = '1' | '2.0' | '2.1';

/** The format of a Postman collection, also when it is wrapped as Postman's own API gives it; undefined for anything else. */
export function postmanVersionOf(value: Json): PostmanVersion | undefined {
  if (!isObject(value)) return undefined;
  const { collection } = unwrapped(value);
  const schema = stringMember(objectMember(collection, 'info'), 'schema') ?? '';
  if (isArray(member(collection, 'item')) && objectMember(collection, 'info') !== undefined) {
    return /\/v2\.0\./.test(schema) ? '2.0' : '2.1';
  }
  const isFirst = isArray(member(collection, 'requests')) && typeof member(collection, 'name') === 'string';
  return isFirst ? '1' : undefined;
}

/** The collection itself, and the pointer to it. */
export function unwrapped(value: JsonObject): { readonly collection: JsonObject; readonly pointer: string } {
  const inner = objectMember(value, 'collection');
  return inner === undefined ? { collection: value, pointer: '' } : { collection: inner, pointer: '/collection' };
}
