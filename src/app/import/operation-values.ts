import { entriesOf, isObject, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { VERBS } from '../../domain/operation.ts';

const METHODS: ReadonlySet<string> = new Set([...VERBS, 'trace']);

/** One operation of a document in any version, by what stands in the document. */
export interface Written {
  readonly path: string;
  readonly verb: string;
  readonly value: JsonObject;
}

export function writtenOperations(document: JsonObject): Written[] {
  return entriesOf(objectMember(document, 'paths')).flatMap(([path, pathItem]) =>
    entriesOf(pathItem).flatMap(([verb, value]) =>
      METHODS.has(verb) && isObject(value) ? [{ path, verb, value }] : [],
    ),
  );
}

/** The document with each operation changed, or left out where `change` gives undefined; a path without operations goes too. */
export function withVerbs(
  document: JsonObject,
  change: (value: JsonObject, written: Written) => JsonObject | undefined,
): JsonObject {
  const paths = objectMember(document, 'paths');
  if (paths === undefined) return document;
  const changed = entriesOf(paths).flatMap(([path, pathItem]): [string, Json][] => {
    if (!isObject(pathItem)) return [[path, pathItem]];
    const members = entriesOf(pathItem).flatMap(([verb, value]): [string, Json][] => {
      if (!METHODS.has(verb) || !isObject(value)) return [[verb, value]];
      const next = change(value, { path, verb, value });
      return next === undefined ? [] : [[verb, next]];
    });
    const had = Object.keys(pathItem).some((key) => METHODS.has(key));
    return had && !members.some(([key]) => METHODS.has(key)) ? [] : [[path, Object.fromEntries(members)]];
  });
  return { ...document, paths: Object.fromEntries(changed) };
}
