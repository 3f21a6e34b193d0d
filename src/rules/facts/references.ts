import { isObject, member, type Json, type JsonObject } from '../../domain/json.ts';
import { pointerOfReference } from '../../domain/operation.ts';
import { tokensOf } from '../../domain/pointer.ts';
import type { ReferenceNode } from '../nodes.ts';

/** Where references of each kind have to point: OpenAPI 2.0 lets them go further, the products do not. */
export const SECTIONS = { schema: 'definitions', parameter: 'parameters', response: 'responses' } as const;

/** What a reference leads to: a value, nothing under that name, or a place of the wrong form. */
export type Target =
  | { readonly kind: 'found'; readonly name: string; readonly value: Json }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'not-valid' };

export function targetOf(document: JsonObject | undefined, reference: string, kind: ReferenceNode['kind']): Target {
  const section = SECTIONS[kind];
  const name = plainName(reference, section) ?? escapedName(reference, section);
  if (name === undefined) return { kind: 'not-valid' };
  const value = member(member(document, section), name);
  return value === undefined ? { kind: 'missing', name } : { kind: 'found', name, value };
}

/** Of a reference without any escape, as nearly all are: rules ask for the same ones often. */
function plainName(reference: string, section: string): string | undefined {
  const start = section.length + 3;
  if (!reference.startsWith(`#/${section}/`)) return undefined;
  const hasMore = reference.includes('/', start) || reference.includes('%', start) || reference.includes('~', start);
  return hasMore ? undefined : reference.slice(start);
}

function escapedName(reference: string, section: string): string | undefined {
  const [first, name, ...rest] = tokensOf(pointerOfReference(reference) ?? '');
  return first === section && rest.length === 0 ? name : undefined;
}

/** The names that a reference of this kind could have meant. */
export function* referable(document: JsonObject | undefined, kind: ReferenceNode['kind']): Iterable<string> {
  const section = member(document, SECTIONS[kind]);
  if (isObject(section)) yield* Object.keys(section);
}

export function referenceTo(kind: ReferenceNode['kind'], name: string): string {
  return `#/${SECTIONS[kind]}/${name}`;
}
