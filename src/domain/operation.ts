import {
  arrayMember,
  entriesOf,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from './json.ts';
import { child, pointerTo, valueAt, type Pointer } from './pointer.ts';

export const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
export type Verb = (typeof VERBS)[number];

/** One operation of an OpenAPI 2.0 document, with everything that is inherited or referenced already looked up. */
export interface Operation {
  /** `operationId` as written; undefined when absent or not a string. */
  readonly id: string | undefined;
  readonly verb: Verb;
  readonly path: string;
  readonly pointer: Pointer;
  readonly value: JsonObject;
  readonly pathItem: JsonObject;
  /** Path-level parameters first, unless the operation overrides them by name and location. */
  readonly parameters: readonly Parameter[];
  /** A trigger has `x-ms-trigger`; everything else is an action. */
  readonly kind: 'action' | 'trigger';
}

export interface Parameter {
  readonly name: string;
  /** query, path, header, body, formData; as written. */
  readonly location: string;
  readonly required: boolean;
  /** Where it is listed. */
  readonly pointer: Pointer;
  /** Where it is defined: the same, or the place in `/parameters` that a `$ref` names. */
  readonly definedAt: Pointer;
  readonly value: JsonObject;
}

/** The operations in document order; an extension beside the paths (`x-…`) has none. Whatever is not an object in a place that wants one is left out: structure rules report it. */
export function operationsOf(openapi: JsonObject): Operation[] {
  return entriesOf(member(openapi, 'paths')).flatMap(([path, pathItem]) =>
    isObject(pathItem) && !path.startsWith('x-') ? operationsOfPath(openapi, path, pathItem) : [],
  );
}

function operationsOfPath(openapi: JsonObject, path: string, pathItem: JsonObject): Operation[] {
  const base = pointerTo('paths', path);
  const shared = parametersAt(openapi, pathItem, base);
  return VERBS.flatMap((verb) => {
    const value = objectMember(pathItem, verb);
    if (value === undefined) return [];
    const pointer = child(base, verb);
    const own = parametersAt(openapi, value, pointer);
    const kind = member(value, 'x-ms-trigger') === undefined ? 'action' : 'trigger';
    const parameters = shared.length === 0 ? own : [...inheritedFrom(shared, own), ...own];
    return [{ id: stringMember(value, 'operationId'), verb, path, pointer, value, pathItem, parameters, kind }];
  });
}

function inheritedFrom(shared: readonly Parameter[], own: readonly Parameter[]): Parameter[] {
  const overridden = new Set(own.map(identityOf));
  return shared.filter((parameter) => !overridden.has(identityOf(parameter)));
}

/** Name and location together make a parameter of an operation unique. */
function identityOf({ name, location }: Parameter): string {
  return `${location.length} ${location}${name}`;
}

function parametersAt(openapi: JsonObject, holder: JsonObject, base: Pointer): Parameter[] {
  return (arrayMember(holder, 'parameters') ?? []).flatMap((entry, index) => {
    const pointer = child(base, 'parameters', index);
    const { value, at } = resolveReference(openapi, entry, pointer);
    if (!isObject(value)) return [];
    return [
      {
        name: stringMember(value, 'name') ?? '',
        location: stringMember(value, 'in') ?? '',
        required: member(value, 'required') === true,
        pointer,
        definedAt: at,
        value,
      },
    ];
  });
}

/**
 * Follows local `$ref`s (`#/...`), at most 32 in a row, so that a loop ends.
 * Gives the value it ends at and its pointer; undefined when the reference leads nowhere, leaves the document, or loops.
 */
export function resolveReference(
  document: JsonObject,
  start: Json | undefined,
  pointer: Pointer,
): { readonly value: Json | undefined; readonly at: Pointer } {
  let value = start;
  let at = pointer;
  for (let hops = 0; hops < 32; hops += 1) {
    const reference = stringMember(value, '$ref');
    if (reference === undefined) return { value, at };
    const target = pointerOfReference(reference);
    if (target === undefined) return { value: undefined, at };
    at = target;
    value = valueAt(document, target);
  }
  return { value: undefined, at };
}

/** `#/definitions/A%20B` is the pointer `/definitions/A B`; undefined when it leads out of the document. */
export function pointerOfReference(reference: string): Pointer | undefined {
  if (!reference.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return reference.slice(1);
  }
}

export function isInternal(value: unknown): boolean {
  return stringMember(value, 'x-ms-visibility') === 'internal';
}
