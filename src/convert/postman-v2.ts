import { arrayMember, isArray, isObject, member, objectMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { readAuth, rememberAuth } from './postman-auth.ts';
import { readBody } from './postman-body.ts';
import { readExamples } from './postman-examples.ts';
import { readDescription, readFields } from './postman-fields.ts';
import type { PostmanAuth, PostmanCollection, PostmanFolder, PostmanRequest } from './postman-model.ts';
import type { Reading } from './postman-reading.ts';
import { noteScripts } from './postman-scripts.ts';
import { readUrl } from './postman-url.ts';
import { plainText, readVariables, type Scope } from './postman-variables.ts';

/** Folders in folders: more than a person makes, and less than the stack bears. */
const DEEPEST = 100;

/** What the folders around an entry of the collection say. */
interface Around {
  readonly folders: readonly string[];
  readonly auth: PostmanAuth | undefined;
  readonly variables: Scope;
}

/** A collection of version 2.0 or 2.1. */
export function readSecond(collection: JsonObject, pointer: Pointer, reading: Reading): PostmanCollection {
  const about = objectMember(collection, 'info');
  const found = { folders: [] as PostmanFolder[], requests: [] as PostmanRequest[] };
  const around = surroundings(collection, pointer, { folders: [], auth: undefined, variables: new Map() }, reading);
  noteScripts(collection, pointer, reading.report);
  readEntries(collection, pointer, around, reading, found);
  return {
    name: plainText(member(about, 'name')),
    description: readDescription(member(about, 'description')),
    version: versionOf(member(about, 'version')),
    ...found,
  };
}

interface Found {
  readonly folders: PostmanFolder[];
  readonly requests: PostmanRequest[];
}

function readEntries(holder: JsonObject, pointer: Pointer, around: Around, reading: Reading, found: Found): void {
  for (const [index, entry] of (arrayMember(holder, 'item') ?? []).entries()) {
    const at = child(pointer, 'item', index);
    if (!isObject(entry)) continue;
    noteScripts(entry, at, reading.report);
    if (isArray(member(entry, 'item'))) readFolder(entry, at, around, reading, found);
    else found.requests.push(readRequest(entry, at, around, reading));
  }
}

function readFolder(entry: JsonObject, at: Pointer, around: Around, reading: Reading, found: Found): void {
  const path = [...around.folders, plainText(member(entry, 'name'))];
  if (path.length > DEEPEST) {
    const message = `Folders are nested more than ${DEEPEST} deep, so what is further inside is left out`;
    reading.report.lose(at, 'folder', message);
    return;
  }
  found.folders.push({ path, description: readDescription(member(entry, 'description')) });
  readEntries(entry, at, { ...surroundings(entry, at, around, reading), folders: path }, reading, found);
}

function surroundings(holder: JsonObject, at: Pointer, around: Around, { vault, scope }: Reading): Around {
  const own = readVariables(arrayMember(holder, 'variable') ?? [], child(at, 'variable'), vault);
  const variables = own.size === 0 ? around.variables : new Map([...around.variables, ...own]);
  const auth = readAuth(holder, at);
  if (auth !== undefined) rememberAuth(auth, [scope, variables], vault);
  return { folders: around.folders, auth: auth ?? around.auth, variables };
}

function readRequest(entry: JsonObject, at: Pointer, outside: Around, reading: Reading): PostmanRequest {
  const given: Json | undefined = member(entry, 'request');
  const request = isObject(given) ? given : {};
  const inside = child(at, 'request');
  const around = surroundings(request, inside, surroundings(entry, at, outside, reading), reading);
  const bodyKey = member(request, 'body') === undefined ? 'data' : 'body';
  const headerKey = member(request, 'header') === undefined ? 'headers' : 'header';
  const responseKey = member(entry, 'response') === undefined ? 'responses' : 'response';
  return {
    pointer: at,
    name: plainText(member(entry, 'name')),
    description: readDescription(member(request, 'description') ?? member(entry, 'description')),
    folders: outside.folders,
    method: methodOf(member(request, 'method')),
    url: typeof given === 'string' ? readUrl(given, inside) : readUrl(member(request, 'url'), child(inside, 'url')),
    headers: readFields(member(request, headerKey), child(inside, headerKey)),
    body: readBody(member(request, bodyKey), child(inside, bodyKey)),
    auth: around.auth,
    examples: readExamples(member(entry, responseKey), child(at, responseKey)),
    variables: around.variables,
  };
}

export function methodOf(value: Json | undefined): string {
  const method = plainText(value).trim().toUpperCase();
  return method === '' ? 'GET' : method;
}

function versionOf(value: Json | undefined): string | undefined {
  if (!isObject(value)) return plainText(value) || undefined;
  const parts = ['major', 'minor', 'patch'].map((key) => plainText(member(value, key)) || '0');
  return parts.join('.');
}
