import {
  arrayMember,
  entriesOf,
  isArray,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** A resource of type Microsoft.Web/customApis in a document of Azure. */
export interface FoundResource {
  readonly value: JsonObject;
  readonly pointer: Pointer;
}

/** Those in a template, in what a list answers (`value`), in a list itself, or the document when it is one; in the order of the document. */
export function customApisIn(document: Json): FoundResource[] {
  if (isArray(document)) return document.flatMap((one, index) => found(one, child('', index)));
  const own = found(document, '');
  if (own.length > 0) return own;
  return [...inList(document, 'resources'), ...inList(document, 'value')];
}

/** Whether expressions in it are evaluated: what a `GET` answers is what it says. */
export function isTemplate(document: Json): boolean {
  return member(document, 'resources') !== undefined;
}

/** A list of resources, or since version 2.0 of the language an object of them. */
function inList(document: Json, key: string): FoundResource[] {
  const list = arrayMember(document, key);
  if (list !== undefined) return list.flatMap((one, index) => found(one, child('', key, index)));
  return entriesOf(member(document, key)).flatMap(([name, one]) => found(one, child('', key, name)));
}

function found(value: Json, pointer: Pointer): FoundResource[] {
  return isObject(value) && isCustomApi(value) ? [{ value, pointer }] : [];
}

/** By its type; the body of a request has none. */
function isCustomApi(value: JsonObject): boolean {
  const type = stringMember(value, 'type');
  if (type !== undefined) return type.toLowerCase() === 'microsoft.web/customapis';
  const properties = objectMember(value, 'properties');
  const isBody = objectMember(properties, 'swagger') !== undefined;
  return isBody && ['backendService', 'apiType', 'displayName'].some((key) => member(properties, key) !== undefined);
}
