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
  /** In a template within the template: its parameters are its own, or the outer ones, as the deployment says. */
  readonly isNested: boolean;
}

/**
 * Those in a template and the templates nested in it, in what a list answers (`value`), in a list itself, or the document when it is one; in
 * the order of the document. Documents nest 200 levels at most.
 */
export function customApisIn(document: Json): FoundResource[] {
  if (isArray(document)) return document.flatMap((one, index) => found(one, child('', index), false));
  const own = found(document, '', false);
  if (own.length > 0) return own;
  return [...inList(document, '', 'resources', false), ...inList(document, '', 'value', false)];
}

/** Whether expressions in it are evaluated: what a `GET` answers is what it says. */
export function isTemplate(document: Json): boolean {
  return member(document, 'resources') !== undefined;
}

/** A list of resources, or since version 2.0 of the language an object of them. */
function inList(document: Json, at: Pointer, key: string, isNested: boolean): FoundResource[] {
  const list = arrayMember(document, key);
  const entries = list?.entries() ?? entriesOf(member(document, key));
  return [...entries].flatMap(([name, one]) => found(one, child(at, key, name), isNested));
}

function found(value: Json, pointer: Pointer, isNested: boolean): FoundResource[] {
  if (!isObject(value)) return [];
  if (isCustomApi(value)) return [{ value, pointer, isNested }];
  if (stringMember(value, 'type')?.toLowerCase() !== 'microsoft.resources/deployments') return [];
  const template = objectMember(objectMember(value, 'properties'), 'template') ?? {};
  return inList(template, child(pointer, 'properties', 'template'), 'resources', true);
}

/** By its type; the body of a request has none. */
function isCustomApi(value: JsonObject): boolean {
  const type = stringMember(value, 'type');
  if (type !== undefined) return type.toLowerCase() === 'microsoft.web/customapis';
  const properties = objectMember(value, 'properties');
  const isBody = objectMember(properties, 'swagger') !== undefined;
  return isBody && ['backendService', 'apiType', 'displayName'].some((key) => member(properties, key) !== undefined);
}
