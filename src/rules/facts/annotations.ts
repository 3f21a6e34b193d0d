import { member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child, type Pointer } from '../../domain/pointer.ts';

const KEY = 'x-ms-api-annotation';

/** How an operation says which version of what it is. */
export interface Annotation {
  readonly family: Json | undefined;
  readonly revision: Json | undefined;
  readonly replacement: JsonObject | undefined;
  readonly pointer: Pointer;
}

export function annotationOf({ value, pointer }: Operation): Annotation | undefined {
  const annotation = objectMember(value, KEY);
  if (annotation === undefined) return undefined;
  return {
    family: member(annotation, 'family'),
    revision: member(annotation, 'revision'),
    replacement: objectMember(annotation, 'replacement'),
    pointer: child(pointer, KEY),
  };
}

/** The status that an operation, or `info` for the whole connector, declares; as written. */
export function statusOf(holder: Json | undefined): Json | undefined {
  return member(objectMember(holder, KEY), 'status');
}

/** Operations with a family, in document order, by its name. */
export function familiesOf(operations: readonly Operation[]): Map<string, (readonly [Operation, Annotation])[]> {
  const families = new Map<string, (readonly [Operation, Annotation])[]>();
  for (const operation of operations) {
    const annotation = annotationOf(operation);
    if (annotation === undefined || typeof annotation.family !== 'string') continue;
    families.set(annotation.family, [...(families.get(annotation.family) ?? []), [operation, annotation]]);
  }
  return families;
}
