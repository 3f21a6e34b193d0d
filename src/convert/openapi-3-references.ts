import { entriesOf, isObject, member, stringMember, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { movedPlace, type Conversion, type Place } from './openapi-3-conversion.ts';
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

/** A chain of references that is longer goes round in a circle. */
const MOST_HOPS = 32;

/** Follows references inside the document; refuses one that leaves it, and says so once. Keys beside a reference are losses. */
export function resolved(conversion: Conversion, start: Json | undefined, pointer: Pointer): Resolved {
  let value = start;
  let from = pointer;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const reference = referenceOf(value);
    if (reference === undefined) return { value, from };
    loseSiblings(conversion, value, from);
    const target = conversion.targetOf(reference);
    if (target === undefined) break;
    from = target.from;
    value = target.value;
  }
  refuseReference(conversion, referenceOf(start), pointer);
  return { value: undefined, from };
}

/** The same reference in the result's terms; undefined when what it names is no component that 2.0 has too. */
export function rewrittenReference(conversion: Conversion, reference: string): string | undefined {
  if (!reference.startsWith('#/components/')) return undefined;
  const shared = SHARED.find(([prefix]) => reference.startsWith(prefix));
  if (shared === undefined || conversion.targetOf(reference) === undefined) return undefined;
  const [prefix, target] = shared;
  return reference.includes('/', prefix.length) ? undefined : target + reference.slice(prefix.length);
}

/** A reference to a schema in the result's terms: what is no component gets a name there. Undefined, and refused, when it leads nowhere. */
export function schemaReference(conversion: Conversion, reference: string, from: Pointer): string | undefined {
  let last = reference;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const rewritten = rewrittenReference(conversion, last);
    if (rewritten?.startsWith('#/definitions/') === true) return rewritten;
    const next = onlyReference(conversion, last);
    if (next === undefined) break;
    last = next;
  }
  const target = conversion.targetOf(last);
  const isLoop = onlyReference(conversion, last) !== undefined;
  if (target === undefined || !isObject(target.value) || isLoop || target.from === '') {
    refuseReference(conversion, reference, from);
    return undefined;
  }
  // An anchor or an id may name a component.
  const component = rewrittenReference(conversion, `#${target.from.replaceAll('%', '%25')}`);
  if (component?.startsWith('#/definitions/') === true) return component;
  return `#/definitions/${conversion.definitions.nameOf(target.from)}`;
}

/** What a place refers to that says nothing else. */
function onlyReference(conversion: Conversion, reference: string): string | undefined {
  const value = conversion.targetOf(reference)?.value;
  return isObject(value) && Object.keys(value).length === 1 ? referenceOf(value) : undefined;
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
  const written = conversion.inline(from, () => convert(value, movedPlace(place, from)));
  if (written === undefined) refuseReference(conversion, referenceOf(holder), place.from);
  return written;
}

function loseSiblings(conversion: Conversion, holder: Json | undefined, from: Pointer): void {
  for (const [key] of entriesOf(holder))
    if (key !== '$ref' && key !== '$dynamicRef')
      conversion.lose(child(from, key), key, `${quoted(key)} beside "$ref" has no counterpart in OpenAPI 2.0`);
}

function refuseReference(conversion: Conversion, reference: string | undefined, from: Pointer): void {
  const text = quoted(reference ?? null);
  if (reference === undefined || reference.startsWith('#'))
    conversion.refuse(from, '$ref', `The reference ${text} leads nowhere, or into itself`, 'Correct the reference');
  else if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(reference))
    conversion.refuse(
      from,
      '$ref',
      `The reference ${text} leads to another machine, and nothing is fetched`,
      'Copy what it names into this document, or into a file of this folder',
    );
  else
    conversion.refuse(
      from,
      '$ref',
      `The reference ${text} leads to nothing in this folder`,
      'Correct it, or copy what it names into the components of this document',
    );
}

/** What a value refers to. A dynamic reference is read as a plain one, which it is where nothing overrides its target. */
export function referenceOf(value: Json | undefined): string | undefined {
  const reference = member(value, '$ref');
  return typeof reference === 'string' ? reference : stringMember(value, '$dynamicRef');
}
