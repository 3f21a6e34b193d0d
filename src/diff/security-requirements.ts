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
  const several = new Set([...typesOfSeveral(documents.before), ...typesOfSeveral(documents.after)]);
  const readers = {
    before: new RequirementReader(documents.before, several),
    after: new RequirementReader(documents.after, several),
  };
  return matched.flatMap((match) => diffRequirement(documents, readers, match, nameOf));
}

interface Readers {
  readonly before: RequirementReader;
  readonly after: RequirementReader;
}

function diffRequirement(
  documents: Documents,
  readers: Readers,
  { before, after }: Match<Operation>,
  nameOf: (operation: Operation) => OperationName,
): Draft[] {
  const from = readers.before.read(before);
  const to = readers.after.read(after);
  if (from.words === to.words && sameJson(from.scopes, to.scopes)) return [];
  const operation = nameOf(after);
  const own = member(after.value, 'security') !== undefined;
  const place: Place = { part: 'openapi', pointer: own ? child(after.pointer, 'security') : rootPointer(documents) };
  return from.words === to.words
    ? [scopesDraft(from.scopes, to.scopes, place, operation)]
    : [requirementDraft(from.words, to.words, place, operation)];
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

interface Requirement {
  /** The alternatives, sorted: `basic`, `apiKey and oauth2`; empty for none. */
  readonly words: string;
  /** Those that it names, whichever definition they belong to, sorted. */
  readonly scopes: readonly string[];
}

const NOTHING: Requirement = { words: '', scopes: [] };

/** Types that more than one definition of a document has. */
function typesOfSeveral(document: JsonObject): (string | undefined)[] {
  const types = entriesOf(member(document, 'securityDefinitions')).map(([, one]) => stringMember(one, 'type'));
  return types.filter((type, index) => types.indexOf(type) !== index);
}

/** Reads the requirements of one document, and what operations inherit once. */
class RequirementReader {
  readonly #inherited: Requirement;
  readonly #types: ReadonlyMap<string, string | undefined>;
  readonly #several: ReadonlySet<string | undefined>;

  /** `several`: the types that either version has more than one definition of. A second one that comes says nothing of the first. */
  constructor(document: JsonObject, several: ReadonlySet<string | undefined>) {
    const definitions = entriesOf(member(document, 'securityDefinitions'));
    this.#types = new Map(definitions.map(([name, one]) => [name, stringMember(one, 'type')]));
    this.#several = several;
    this.#inherited = this.#requirementIn(member(document, 'security'));
  }

  read({ value }: Operation): Requirement {
    const own = member(value, 'security');
    return own === undefined || own === null ? this.#inherited : this.#requirementIn(own);
  }

  #requirementIn(security: Json | undefined): Requirement {
    if (!isArray(security) || security.length === 0) return NOTHING;
    const alternatives = new Set(security.map((alternative) => this.#wordsOf(alternative)));
    alternatives.delete('');
    const lists = security.flatMap(entriesOf).flatMap(([, list]) => (isArray(list) ? list : []));
    const scopes = lists.filter((scope) => typeof scope === 'string');
    return { words: [...alternatives].sort().join(' or '), scopes: [...new Set(scopes)].sort() };
  }

  #wordsOf(alternative: Json): string {
    return entriesOf(alternative)
      .map(([name]) => {
        const type = this.#types.get(name);
        if (type === undefined) return `the undefined ${quote(name)}`;
        // Where a key is sent is compared with its definition; the name tells two keys apart.
        return this.#several.has(type) ? `${quote(type)} ${quote(name)}` : quote(type);
      })
      .sort()
      .join(' and ');
  }
}
