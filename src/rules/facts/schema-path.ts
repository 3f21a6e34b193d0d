import { arrayMember, isObject, member, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import { child, pointerTo, type Pointer } from '../../domain/pointer.ts';
import { targetOf } from './references.ts';

/** A schema on the way down from a body or an answer. */
export interface SchemaStep {
  readonly value: JsonObject;
  readonly pointer: Pointer;
  /** Whether it and all that hold it are required. */
  readonly isRequired: boolean;
  /** Whether it, or one that holds it, is hidden from makers. */
  readonly isInternal: boolean;
}

/** `open`: the schema does not list what it holds there. `lost`: a reference on the way leads nowhere, which is reported elsewhere. */
export type SchemaFound =
  | { readonly kind: 'found'; readonly step: SchemaStep }
  | { readonly kind: 'open' | 'lost' | 'missing' };

// A schema is made of a few parts, and references follow each other once or twice; more is a loop or an attack.
const MOST_PARTS = 100;
const MOST_HOPS = 32;
const MOST_SEGMENTS = 30;
const OPEN = ['additionalProperties', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'];

/** Starts at a schema as written; undefined when it is none or its reference leads nowhere. */
export function firstStep(value: Json | undefined, pointer: Pointer, document: JsonObject): SchemaStep | undefined {
  return resolved({ value, pointer, isRequired: true, isInternal: false }, document);
}

/** Goes down by names of properties, through references and `allOf`. */
export function schemaAt(start: SchemaStep, segments: readonly string[], document: JsonObject): SchemaFound {
  if (segments.length > MOST_SEGMENTS) return { kind: 'open' };
  let step = start;
  for (const segment of segments) {
    const next = propertyOf(step, segment, document);
    if (next.kind !== 'found') return next;
    step = next.step;
  }
  return { kind: 'found', step };
}

function propertyOf(holder: SchemaStep, name: string, document: JsonObject): SchemaFound {
  const parts = partsOf(holder, document);
  if (parts === undefined) return { kind: 'lost' };
  for (const part of parts) {
    const value = member(member(part.value, 'properties'), name);
    if (value === undefined) continue;
    const isListed = parts.some((one) => requiredIn(one.value).has(name));
    const pointer = child(part.pointer, 'properties', name);
    const written = { value, pointer, isRequired: holder.isRequired && isListed, isInternal: holder.isInternal };
    const step = resolved(written, document);
    return step === undefined ? { kind: 'lost' } : { kind: 'found', step };
  }
  return { kind: parts.some(isOpen) ? 'open' : 'missing' };
}

const REQUIRED = new WeakMap<JsonObject, ReadonlySet<Json>>();

function requiredIn(schema: JsonObject): ReadonlySet<Json> {
  const known = REQUIRED.get(schema) ?? new Set(arrayMember(schema, 'required'));
  REQUIRED.set(schema, known);
  return known;
}

/** The schema and all parts of its `allOf`, references followed; undefined when one leads nowhere or there are too many. */
function partsOf(holder: SchemaStep, document: JsonObject): SchemaStep[] | undefined {
  const parts = [holder];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    for (const [at, value] of (arrayMember(part?.value, 'allOf') ?? []).entries()) {
      const pointer = child(part?.pointer ?? '', 'allOf', at);
      const next = parts.length < MOST_PARTS ? resolved({ ...holder, value, pointer }, document) : undefined;
      if (next === undefined) return undefined;
      parts.push(next);
    }
  }
  return parts;
}

/** Whether it takes names that it does not list: an object without properties takes any, and a list has places instead of names. */
function isOpen({ value }: SchemaStep): boolean {
  const type = member(value, 'type');
  if (type === 'array' || OPEN.some((key) => Object.hasOwn(value, key) && value[key] !== false)) return true;
  return (type === 'object' || type === undefined) && !isObject(member(value, 'properties')) && !isMade(value);
}

function isMade(schema: JsonObject): boolean {
  return Object.hasOwn(schema, 'allOf');
}

function resolved(
  written: Omit<SchemaStep, 'value'> & { readonly value: Json | undefined },
  document: JsonObject,
): SchemaStep | undefined {
  let { value, pointer, isInternal: isHidden } = written;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    if (!isObject(value)) return undefined;
    isHidden ||= isInternal(value);
    const reference = stringMember(value, '$ref');
    if (reference === undefined) return { value, pointer, isRequired: written.isRequired, isInternal: isHidden };
    const target = targetOf(document, reference, 'schema');
    if (target.kind !== 'found') return undefined;
    value = target.value;
    pointer = pointerTo('definitions', target.name);
  }
  return undefined;
}
