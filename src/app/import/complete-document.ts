import { isObject, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { withVerbs, writtenOperations, type Written } from './operation-values.ts';

/** A document with what a connector cannot be without: `info` with title and version, and an id for each operation that has none. */
export function completeDocument(document: JsonObject, title: string): JsonObject {
  return withOperationIds(withTitle(document, title));
}

function withTitle(document: JsonObject, title: string): JsonObject {
  const had = objectMember(document, 'info');
  const info = {
    ...had,
    title: stringMember(had, 'title') ?? title,
    version: versionOf(had),
  };
  if (had !== undefined) return { ...document, info };
  const { swagger, openapi, ...rest } = document;
  return {
    ...(swagger === undefined ? {} : { swagger }),
    ...(openapi === undefined ? {} : { openapi }),
    info,
    ...rest,
  };
}

/** YAML reads 1.0 as a number. */
function versionOf(info: JsonObject | undefined): string {
  const version = info?.['version'];
  return typeof version === 'string' || typeof version === 'number' ? String(version) : '1.0';
}

function withOperationIds(document: JsonObject): JsonObject {
  const written = writtenOperations(document);
  const taken = new Set(written.flatMap(({ value }) => stringMember(value, 'operationId')?.toLowerCase() ?? []));
  if (written.every(({ value }) => (stringMember(value, 'operationId') ?? '') !== '')) return document;
  return withVerbs(document, (value, one) => {
    if (!isObject(value) || (stringMember(value, 'operationId') ?? '') !== '') return value;
    return { ...value, operationId: freeId(idFor(one), taken) };
  });
}

const WORDS: Readonly<Record<string, string>> = {
  get: 'Get',
  post: 'Create',
  put: 'Replace',
  patch: 'Update',
  delete: 'Delete',
  head: 'Check',
  options: 'DescribeOptions',
};

/** `ListPets` from a short summary, otherwise `GetPetsPetId` from the verb and the path. */
function idFor({ path, verb, value }: Written): string {
  const summary = stringMember(value, 'summary') ?? '';
  const fromSummary = pascal(summary);
  if (fromSummary.length > 2 && fromSummary.length <= 50 && /^[A-Z]/.test(fromSummary)) return fromSummary;
  return `${WORDS[verb] ?? pascal(verb)}${pascal(path)}`.slice(0, 70);
}

function pascal(text: string): string {
  const words = text.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id.toLowerCase()); number += 1) id = `${wanted}${number}`;
  taken.add(id.toLowerCase());
  return id;
}
