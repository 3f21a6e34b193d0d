import { arrayMember, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { METADATA_KEY, metadataEntriesOf, type MetadataName } from '../../rules/facts/connector-metadata.ts';
import type { Answers } from './answers.ts';

/** The document with website and categories where certification looks for them; what else stands there stays. */
export function withMetadata(document: JsonObject, { website, categories }: Answers): JsonObject {
  let next = document;
  if (website !== undefined) next = withEntry(next, 'Website', website);
  return categories.length === 0 ? next : withEntry(next, 'Categories', categories.join(';'));
}

function withEntry(document: JsonObject, name: MetadataName, propertyValue: string): JsonObject {
  const list = arrayMember(document, METADATA_KEY) ?? [];
  const index = metadataEntriesOf(document).findIndex(({ means }) => means === name);
  const found = list.findIndex(
    (entry) => stringMember(entry, 'propertyName') === metadataEntriesOf(document)[index]?.name,
  );
  const entry: Json = { propertyName: name, propertyValue };
  const entries =
    found < 0 ? [...list, entry] : list.map((one, at) => (at === found ? withPair(one, propertyValue) : one));
  return { ...document, [METADATA_KEY]: entries };
}

function withPair(entry: Json, propertyValue: string): Json {
  return { ...(entry as JsonObject), propertyValue };
}
