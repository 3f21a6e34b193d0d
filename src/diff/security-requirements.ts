import { entriesOf, isArray, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Documents } from './inherited.ts';
import type { Match } from './match.ts';
import { quote } from './wording.ts';

/**
 * How each operation authenticates, own or inherited. A definition counts by what it is and not by its name, so that renaming
 * one is no change; scopes alone are a detail, because connections ask for those of their properties.
 */
export function diffSecurity(
  documents: Documents,
  matched: readonly Match<Operation>[],
  nameOf: (operation: Operation) => OperationName,
): Draft[] {
  const changed = matched.flatMap(({ before, after }) => {
    const from = requirementOf(documents.before, before);
    const to = requirementOf(documents.after, after);
    return from === to ? [] : [{ after, from, to, own: member(after.value, 'security') !== undefined }];
  });
  return changed.map(({ after, from, to, own }) => {
    const pointer = own ? child(after.pointer, 'security') : rootPointer(documents);
    return draftOf(from, to, pointer, nameOf(after));
  });
}

function rootPointer({ after }: Documents): Pointer {
  return member(after, 'security') === undefined ? '' : '/security';
}

function draftOf(from: string, to: string, pointer: Pointer, operation: OperationName): Draft {
  const words = `with ${to === '' ? 'nothing' : to}, and no longer with ${from === '' ? 'nothing' : from}`;
  return {
    kind: 'operation-security-changed',
    operation,
    place: { part: 'openapi', pointer },
    about: [from, to],
    shared: [from, to],
    values: [from, to],
    message: (operations) => `Calls of ${operations} authenticate ${words}`,
  };
}

/** The alternatives in words, sorted: `basic`, `apiKey and oauth2`; empty for none. */
function requirementOf(document: JsonObject, operation: Operation): string {
  const own = member(operation.value, 'security') ?? member(document, 'security');
  const alternatives = (isArray(own) ? own : []).map((alternative) => schemesOf(document, alternative));
  return [...new Set(alternatives)]
    .filter((text) => text !== '')
    .sort()
    .join(' or ');
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
