import { arrayMember, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { readFirstAuth, rememberAuth } from './postman-auth.ts';
import { readFirstBody } from './postman-body.ts';
import { readFirstExamples } from './postman-examples.ts';
import { readDescription, readFields } from './postman-fields.ts';
import type { PostmanAuth, PostmanCollection, PostmanFolder, PostmanRequest } from './postman-model.ts';
import type { Reading } from './postman-reading.ts';
import { noteScripts } from './postman-scripts.ts';
import { readUrl, withVariables } from './postman-url.ts';
import { methodOf } from './postman-v2.ts';
import { plainText, readVariables, type Scope } from './postman-variables.ts';

const DEEPEST = 100;

interface Folder {
  readonly value: JsonObject;
  readonly pointer: Pointer;
  readonly path: readonly string[];
  readonly auth: PostmanAuth | undefined;
  readonly variables: Scope;
}

/**
 * A collection of version 1: flat lists of folders and requests, put in order by lists of ids. Ids that are listed twice, or that
 * nothing has, are passed over; what no list names comes last.
 */
export function readFirst(collection: JsonObject, pointer: Pointer, reading: Reading): PostmanCollection {
  noteScripts(collection, pointer, reading.report);
  const root = folderOf(collection, pointer, undefined, reading);
  const folders = foldersOf(collection, pointer, root, reading);
  return {
    name: plainText(member(collection, 'name')),
    description: readDescription(member(collection, 'description')),
    version: undefined,
    folders: folders.map(({ path, value }): PostmanFolder => {
      return { path, description: readDescription(member(value, 'description')) };
    }),
    requests: requestsOf(collection, pointer, [root, ...folders], reading),
  };
}

function folderOf(value: JsonObject, pointer: Pointer, parent: Folder | undefined, { vault, scope }: Reading): Folder {
  const own = readVariables(arrayMember(value, 'variables') ?? [], child(pointer, 'variables'), vault);
  const variables = new Map([...(parent?.variables ?? []), ...own]);
  const auth = readFirstAuth(value, pointer);
  if (auth !== undefined) rememberAuth(auth, [scope, variables], vault);
  const path = parent === undefined ? [] : [...parent.path, plainText(member(value, 'name'))];
  return { value, pointer, path, auth: auth ?? parent?.auth, variables };
}

/** Depth first. A folder names its children, a child its parent, or neither: each is taken once. */
function foldersOf(collection: JsonObject, pointer: Pointer, root: Folder, reading: Reading): Folder[] {
  const waiting = new Map<Json, readonly [JsonObject, Pointer][]>();
  for (const [index, value] of (arrayMember(collection, 'folders') ?? []).entries()) {
    if (!isObject(value)) continue;
    const id = member(value, 'id') ?? '';
    waiting.set(id, [...(waiting.get(id) ?? []), [value, child(pointer, 'folders', index)]]);
  }
  const children = new Set([...waiting.values()].flat().flatMap(([value]) => idsOf(value, 'folders_order')));
  const found: Folder[] = [];
  const take = (ids: readonly Json[], parent: Folder): void => {
    for (const id of ids) {
      const named = waiting.get(id) ?? [];
      waiting.delete(id);
      for (const [value, at] of named) {
        const folder = folderOf(value, at, parent.path.length < DEEPEST ? parent : root, reading);
        noteScripts(value, at, reading.report);
        found.push(folder);
        if (folder.path.length < DEEPEST) take(idsOf(value, 'folders_order'), folder);
      }
    }
  };
  take(idsOf(collection, 'folders_order'), root);
  take(
    [...waiting.keys()].filter((id) => !children.has(id)),
    root,
  );
  take([...waiting.keys()], root);
  return found;
}

function idsOf(holder: JsonObject, key: string): readonly Json[] {
  return arrayMember(holder, key) ?? [];
}

function requestsOf(
  collection: JsonObject,
  pointer: Pointer,
  folders: readonly Folder[],
  reading: Reading,
): PostmanRequest[] {
  const folderById = new Map(folders.slice(1).map((folder) => [member(folder.value, 'id'), folder]));
  const holderById = new Map<Json, readonly [order: number, folder: Folder]>();
  for (const folder of folders) {
    for (const id of idsOf(folder.value, 'order'))
      if (!holderById.has(id)) holderById.set(id, [holderById.size, folder]);
  }
  const root = folders[0];
  const listed = (arrayMember(collection, 'requests') ?? []).flatMap((value, index) => {
    if (!isObject(value) || root === undefined) return [];
    const [order, folder] = holderById.get(member(value, 'id') ?? '') ?? [
      Infinity,
      folderById.get(member(value, 'folder') ?? '') ?? root,
    ];
    return [{ order, request: readRequest(value, child(pointer, 'requests', index), folder, reading) }];
  });
  return listed
    .toSorted((one, two) => (one.order === two.order ? 0 : one.order - two.order))
    .map(({ request }) => request);
}

function readRequest(value: JsonObject, pointer: Pointer, outside: Folder, reading: Reading): PostmanRequest {
  noteScripts(value, pointer, reading.report);
  const around = folderOf(value, pointer, outside, reading);
  const headerKey = (arrayMember(value, 'headerData')?.length ?? 0) > 0 ? 'headerData' : 'headers';
  return {
    pointer,
    name: plainText(member(value, 'name')),
    description: readDescription(member(value, 'description')),
    folders: outside.path,
    method: methodOf(member(value, 'method')),
    url: withVariables(readUrl(stringMember(value, 'url'), child(pointer, 'url')), value, pointer),
    headers: readFields(member(value, headerKey), child(pointer, headerKey)),
    body: readFirstBody(value, pointer),
    auth: around.auth,
    examples: readFirstExamples(member(value, 'responses'), child(pointer, 'responses')),
    variables: around.variables,
  };
}
