import { entriesOf, isArray, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Draft, OperationName, Place } from './draft.ts';
import type { Documents } from './inherited.ts';
import type { Match } from './match.ts';
import { sameJson } from './same-json.ts';
import { quote, quoteList } from './wording.ts';

/**
 * How each operation authenticates, own or inherited. A definition counts by what it is and not by its name, so that renaming
 * one is no change; scopes alone are a detail, because connections ask for those of their properties.
 */
export function diffSecurity(
  documents: Documents,
  matched: readonly Match<Operation>[],
  nameOf: (operation: Operation) => OperationName,
): Draft[] {
  return matched.flatMap((match) => diffRequirement(documents, match, nameOf(match.after)));
}

function diffRequirement(documents: Documents, { before, after }: Match<Operation>, operation: OperationName): Draft[] {
  const from = requirementOf(documents.before, before);
  const to = requirementOf(documents.after, after);
  const own = member(after.value, 'security') !== undefined;
  const place: Place = { part: 'openapi', pointer: own ? child(after.pointer, 'security') : rootPointer(documents) };
  if (from !== to) return [requirementDraft(from, to, place, operation)];
  const older = scopesOf(documents.before, before);
  const newer = scopesOf(documents.after, after);
  return sameJson(older, newer) ? [] : [scopesDraft(older, newer, place, operation)];
}

function rootPointer({ after }: Documents): Pointer {
  return member(after, 'security') === undefined ? '' : '/security';
}

function scopesDraft(from: readonly Json[], to: readonly Json[], place: Place, operation: OperationName): Draft {
  return {
    kind: 'detail-changed',
    operation,
    place,
    about: ['scopes', from, to],
    shared: ['scopes', from, to],
    values: [from, to],
    message: (operations) =>
      `Security requirement of ${operations} names ${to.length === 0 ? 'no scope' : `the scopes ${quoteList(to)}`} now`,
  };
}

function requirementDraft(from: string, to: string, place: Place, operation: OperationName): Draft {
  const words = `with ${to === '' ? 'nothing' : to}, and no longer with ${from === '' ? 'nothing' : from}`;
  return {
    kind: 'operation-security-changed',
    operation,
    place,
    about: [from, to],
    shared: [from, to],
    values: [from, to],
    message: (operations) => `Calls of ${operations} authenticate ${words}`,
  };
}

/** The alternatives in words, sorted: `basic`, `apiKey and oauth2`; empty for none. */
function requirementOf(document: JsonObject, operation: Operation): string {
  const alternatives = alternativesOf(document, operation).map((alternative) => schemesOf(document, alternative));
  return [...new Set(alternatives)]
    .filter((text) => text !== '')
    .sort()
    .join(' or ');
}

/** The scopes that it names, whichever definition they belong to, sorted. */
function scopesOf(document: JsonObject, operation: Operation): string[] {
  const named = alternativesOf(document, operation).flatMap(entriesOf);
  const scopes = named.flatMap(([, list]) => (isArray(list) ? list : []));
  return [...new Set(scopes.filter((scope) => typeof scope === 'string'))].sort();
}

function alternativesOf(document: JsonObject, { value }: Operation): readonly Json[] {
  const own = member(value, 'security') ?? member(document, 'security');
  return isArray(own) ? own : [];
}

function schemesOf(document: JsonObject, alternative: Json): string {
  const definitions = entriesOf(member(document, 'securityDefinitions'));
  const types = definitions.map(([name, one]) => [name, stringMember(one, 'type')] as const);
  return entriesOf(alternative)
    .map(([name]) => {
      const type = types.find(([defined]) => defined === name)?.[1];
      if (type === undefined) return `the undefined ${quote(name)}`;
      // Where a key is sent is compared with its definition; the name tells two keys apart.
      return types.filter(([, other]) => other === type).length > 1 ? `${quote(type)} ${quote(name)}` : quote(type);
    })
    .sort()
    .join(' and ');
}
