import { isArray, isObject, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { pointerOfReference } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';

/** Where the anchors and ids of a document stand, by the reference that names them: `#pet`, `https://a.example/pet`. */
export type Anchors = ReadonlyMap<string, Pointer>;

/** Looking further into a document that repeats itself without end finds nothing new. */
const MOST_VALUES = 2_000_000;

/** The place in the same document that a reference names; undefined for what is none. */
export function targetOfReference(reference: string, anchors: Anchors | undefined): Pointer | undefined {
  return reference.startsWith('#/') ? pointerOfReference(reference) : anchors?.get(reference);
}

/** Every `$ref` of a document. */
export function referencesIn(source: JsonObject): Set<string> {
  const references = new Set<string>();
  const stack: Json[] = [source];
  for (let count = 0, next = stack.pop(); next !== undefined && count < MOST_VALUES; next = stack.pop(), count += 1) {
    if (isArray(next)) {
      for (const value of next) if (typeof value === 'object' && value !== null) stack.push(value);
    } else if (isObject(next)) {
      for (const [key, value] of Object.entries(next))
        if (typeof value === 'object' && value !== null) stack.push(value);
        else if (key === '$ref' && typeof value === 'string') references.add(value);
    }
  }
  return references;
}

/** `$anchor`, `$dynamicAnchor` and `$id`; the first of two that have the same name. */
export function anchorsIn(source: JsonObject): Anchors {
  const anchors = new Map<string, Pointer>();
  const queue: { readonly value: Json; readonly pointer: Pointer }[] = [{ value: source, pointer: '' }];
  for (let index = 0; index < queue.length && index < MOST_VALUES; index += 1) {
    const { value, pointer } = queue[index] ?? { value: null, pointer: '' };
    for (const name of anchorsOf(value)) if (!anchors.has(name)) anchors.set(name, pointer);
    const entries = isArray(value) ? value.entries() : Object.entries(value ?? {});
    for (const [key, inner] of entries)
      if (typeof inner === 'object' && inner !== null) queue.push({ value: inner, pointer: child(pointer, key) });
  }
  return anchors;
}

function anchorsOf(value: Json): string[] {
  const anchors = ['$anchor', '$dynamicAnchor'].flatMap((key) => stringMember(value, key) ?? []);
  return [...anchors.map((name) => `#${name}`), ...(stringMember(value, '$id') ?? '').split('#', 1)].filter(
    (name) => name !== '',
  );
}
