import { entriesOf, member, stringMember, type Json } from '../domain/json.ts';
import { pointerOfReference, resolveReference } from '../domain/operation.ts';
import { child, tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Place } from './openapi-3-conversion.ts';
import { quoted } from './openapi-3-wording.ts';

/** A value with every reference on the way followed. */
export interface Resolved {
  readonly value: Json | undefined;
  readonly from: Pointer;
}

/** Components that OpenAPI 2.0 has a place for too, with the place. */
const SHARED = [
  ['#/components/schemas/', '#/definitions/'],
  ['#/components/parameters/', '#/parameters/'],
  ['#/components/responses/', '#/responses/'],
] as const;

/** Keys of a schema below which the result has the same shape as the source. */
const SAME_SHAPE = new Set(['properties', 'items', 'additionalProperties', 'allOf']);

/** Follows references inside the document; refuses one that leaves it, and says so once. Keys beside a reference are losses. */
export function resolved(conversion: Conversion, value: Json | undefined, from: Pointer): Resolved {
  if (referenceOf(value) !== undefined) loseSiblings(conversion, value, from);
  const target = resolveReference(conversion.source, value, from);
  if (target.value === undefined && value !== undefined) refuseReference(conversion, member(value, '$ref'), from);
  return { value: target.value, from: target.at };
}

/** The same reference in the result's terms; undefined when what it names has no place of its own there. */
export function rewrittenReference(conversion: Conversion, reference: string): string | undefined {
  const shared = SHARED.find(([prefix]) => reference.startsWith(prefix));
  if (shared === undefined || valueAt(conversion.source, pointerOfReference(reference) ?? '/') === undefined)
    return undefined;
  const [prefix, target] = shared;
  const rest = reference.slice(prefix.length);
  return isCarried(tokensOf(`/${rest}`).slice(1)) ? target + rest : undefined;
}

/** Whether the way below a component leads through what keeps its shape: names of properties alternate with their key. */
function isCarried(tokens: readonly string[]): boolean {
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index] ?? '';
    if (!SAME_SHAPE.has(token)) return false;
    index += token === 'properties' || token === 'allOf' ? 2 : 1;
  }
  return true;
}

/** Writes out what a reference names, at the place of the reference; undefined when it leads out of the document or into itself. */
export function writtenOut<T>(
  conversion: Conversion,
  holder: Json,
  place: Place,
  convert: (value: Json, place: Place) => T,
): T | undefined {
  const { value, from } = resolved(conversion, holder, place.from);
  if (value === undefined) return undefined;
  const written = conversion.inline(from, () => convert(value, { ...place, from }));
  if (written === undefined) refuseReference(conversion, member(holder, '$ref'), place.from);
  return written;
}

function loseSiblings(conversion: Conversion, holder: Json | undefined, from: Pointer): void {
  for (const [key] of entriesOf(holder))
    if (key !== '$ref')
      conversion.lose(child(from, key), key, `${quoted(key)} beside "$ref" has no counterpart in OpenAPI 2.0`);
}

function refuseReference(conversion: Conversion, reference: Json | undefined, from: Pointer): void {
  const text = quoted(typeof reference === 'string' ? reference : null);
  if (typeof reference === 'string' && !reference.startsWith('#'))
    conversion.refuse(
      from,
      '$ref',
      `The reference ${text} leads out of the document`,
      'Copy what it names into the components of this document',
    );
  else conversion.refuse(from, '$ref', `The reference ${text} leads nowhere, or into itself`, 'Correct the reference');
}

export function referenceOf(value: Json | undefined): string | undefined {
  return stringMember(value, '$ref');
}
