import type { ImportedParts } from '../../convert/reimport-snapshot.ts';
import { isObject, type JsonObject } from '../../domain/json.ts';
import { sourceDocument } from '../../fix/source-document.ts';

export const MANIFEST_FILE = 'connector.yaml';

/** The files of an import: the two that are merged by their members, and those that are one value each. */
export interface SplitFiles {
  readonly definition: string;
  readonly parts: ImportedParts;
  readonly others: ReadonlyMap<string, Uint8Array>;
}

export function splitFiles(files: ReadonlyMap<string, Uint8Array>): SplitFiles {
  const definition = [...files.keys()].find((name) => /^openapi\.(?:ya?ml|json)$/.test(name)) ?? 'openapi.yaml';
  const parts = { openapi: valueIn(files, definition), native: valueIn(files, MANIFEST_FILE) };
  const others = [...files].filter(([name]) => name !== definition && name !== MANIFEST_FILE);
  return { definition, parts, others: new Map(others) };
}

function valueIn(files: ReadonlyMap<string, Uint8Array>, name: string): JsonObject {
  const value = sourceDocument(name, Buffer.from(files.get(name) ?? []).toString('utf8')).value();
  return isObject(value) ? value : {};
}
