import { isArray, isObject, member, stringMember, type Json, type JsonArray, type JsonObject } from '../domain/json.ts';
import { VERBS, type Verb } from '../domain/operation.ts';
import { tokensOf, type Pointer } from '../domain/pointer.ts';
import type { OperationNames } from './operation-names.ts';

/** Says a pointer in the document's own terms: operations by id, parameters by name and location, other entries by name or value. */
export type PlaceTerms = (pointer: Pointer) => readonly string[];

const NAMES = ['name', 'propertyName', 'operationId', 'templateId', 'value', '$ref', 'rule'] as const;

/** Terms of places in one document. Keeps what it worked out about long arrays, so many places cost little. */
export function placeTermsOf(document: Json | undefined, names: OperationNames): PlaceTerms {
  const arrays = new Map<JsonArray, readonly string[]>();
  const entryTerm = (array: JsonArray, token: string): string => {
    const known = arrays.get(array) ?? termsOfEntries(array, names);
    arrays.set(array, known);
    return known[Number(token)] ?? token;
  };
  return (pointer) => {
    const terms: string[] = [];
    let value = document;
    for (const token of tokensOf(pointer)) {
      terms.push(isArray(value) ? entryTerm(value, token) : token);
      value = isArray(value) ? value[Number(token)] : member(value, token);
      const isOperation = terms.length === 3 && terms[0] === 'paths' && isObject(value);
      const id = isOperation && isVerb(token) ? names.idAt(terms[1] ?? '', token) : undefined;
      if (id !== undefined) terms.splice(0, 3, 'operation', id, '');
    }
    return terms;
  };
}

function isVerb(token: string): token is Verb {
  return (VERBS as readonly string[]).includes(token);
}

function termsOfEntries(array: JsonArray, names: OperationNames): string[] {
  const counts = new Map<string, number>();
  return array.map((entry, index) => {
    const term = termOfEntry(entry, names) ?? `[${index}]`;
    const count = (counts.get(term) ?? 0) + 1;
    counts.set(term, count);
    return count === 1 ? term : `${term}#${count}`;
  });
}

function termOfEntry(entry: Json, { idNow }: OperationNames): string | undefined {
  if (typeof entry === 'string') return JSON.stringify(idNow(entry));
  if (!isObject(entry)) return isArray(entry) ? undefined : JSON.stringify(entry);
  const key = NAMES.find((name) => typeof member(entry, name) === 'string');
  if (key === undefined) return requirementTerm(entry);
  return [key, 'in', 'place']
    .map((name) => stringMember(entry, name) ?? '')
    .join(' ')
    .trim();
}

/** A security requirement, `{oauth: [], key: []}`, is known by the schemes that it names. */
function requirementTerm(entry: JsonObject): string | undefined {
  const schemes = Object.keys(entry);
  return schemes.length > 0 && Object.values(entry).every(isArray) ? schemes.sort().join(' ') : undefined;
}
