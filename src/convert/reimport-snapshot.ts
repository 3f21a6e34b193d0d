import { createHash } from 'node:crypto';
import { isArray, isObject, objectMember, type Json, type JsonObject } from '../domain/json.ts';
import { membersOf } from './reimport-tree.ts';

/** What an import writes and authors edit: the OpenAPI document and the value of connector.yaml. */
export interface ImportedParts {
  readonly openapi: JsonObject;
  readonly native: JsonObject;
}

/**
 * What is kept of an import, to tell later what was edited since: the form of both documents, with a short hash in the place of each
 * value. It belongs to no digest, and tells nothing that the documents do not.
 */
export interface ImportSnapshot extends JsonObject {
  readonly version: 1;
  readonly openapi: Json;
  readonly native: Json;
}

/** More than any document of 200 operations needs, and less than a reviewer's tool chokes on. */
const MOST_BYTES = 512 * 1024;
/** How deep a snapshot tells values apart, the first that stays within the bytes. */
const DEPTHS: readonly number[] = [1000, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1];

/** Of documents that are too large for `mostBytes`, what stands deep in them is one value. */
export function snapshotOf({ openapi, native }: ImportedParts, mostBytes = MOST_BYTES): ImportSnapshot {
  for (const depth of DEPTHS) {
    const snapshot = { version: 1, openapi: hashTree(openapi, depth), native: hashTree(native, depth) } as const;
    if (depth === 1 || JSON.stringify(snapshot).length <= mostBytes) return snapshot;
  }
  return { version: 1, openapi: {}, native: {} };
}

/** A snapshot that was read from a file; undefined for anything else, so that a merge never trusts a broken one. */
export function parseSnapshot(value: Json): ImportSnapshot | undefined {
  const openapi = objectMember(value, 'openapi');
  const native = objectMember(value, 'native');
  if (!isObject(value) || value['version'] !== 1 || openapi === undefined || native === undefined) return undefined;
  return { version: 1, openapi, native };
}

/** An object or list by its members, anything else by its hash. */
function hashTree(value: Json, depth: number): Json {
  const members = depth > 0 ? membersOf(value) : undefined;
  if (members === undefined) return hashOf(value);
  return Object.fromEntries([...members].map(([key, inner]): [string, Json] => [key, hashTree(inner, depth - 1)]));
}

/** Ten digits of sha256 over the value, whatever the order of its keys. */
export function hashOf(value: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 10);
}

function sorted(value: Json): Json {
  if (isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key): [string, Json] => [key, sorted(value[key] ?? null)]));
}

/** Whether a value is what the snapshot saw at its place. */
export function isAsImported(value: Json, before: Json | undefined): boolean {
  if (typeof before === 'string') return hashOf(value) === before;
  const members = membersOf(value);
  if (members === undefined || !isObject(before)) return false;
  return (
    members.size === Object.keys(before).length &&
    [...members].every(([key, inner]) => Object.hasOwn(before, key) && isAsImported(inner, before[key]))
  );
}
