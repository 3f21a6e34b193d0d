import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child, pointerTo, tokensOf, type Pointer } from '../domain/pointer.ts';

/** The files around a document. */
export interface DocumentFolder {
  /** The document's own name, by which other files refer back to it. */
  readonly self?: string;
  /** The value of another file, by its path from the document, with `/`; undefined when there is none. */
  readonly read: (path: string) => Json | undefined;
}

/** A place in the document itself, or in a file that it refers to. */
export interface SourcePlace {
  /** The path from the document; undefined for the document itself. */
  readonly file: string | undefined;
  readonly pointer: Pointer;
}

/** Where the other files stand in the joined document: no key that OpenAPI knows, and no extension. */
const MOUNT = '$files';
/** A folder with more files than this is no definition. */
const MOST_FILES = 200;
/** Deeper values are not looked into; such documents are refused anyway. */
const DEEPEST = 1000;

/** A document with the files that it refers to, all references inside it. */
export interface JoinedFiles {
  /** The document itself, with its references led to where the files stand. */
  readonly root: JsonObject;
  /** The same with the files. */
  readonly source: JsonObject;
  /** From a place in `source` to the file that it was read from. */
  readonly placeOf: (pointer: Pointer) => SourcePlace;
}

/** A document without others. */
export function aloneFiles(document: JsonObject): JoinedFiles {
  return { root: document, source: document, placeOf: (pointer) => ({ file: undefined, pointer }) };
}

/**
 * Reads the files that a document refers to, and what these refer to. What leads to another machine, or out of the folder, is never read
 * and stays as it is.
 */
export function joinFiles(document: JsonObject, folder: DocumentFolder): JoinedFiles {
  const joining: Joining = { ...folder, files: new Map(), pending: [] };
  const root = led(joining, document, '');
  const mounted: [string, Json][] = [];
  for (let file = joining.pending.shift(); file !== undefined; file = joining.pending.shift())
    mounted.push([file, led(joining, joining.files.get(file) ?? null, file)]);
  const base = isObject(root) ? root : {};
  return { root: base, source: { ...base, [MOUNT]: Object.fromEntries(mounted) }, placeOf };
}

function placeOf(pointer: Pointer): SourcePlace {
  const [first, file] = tokensOf(pointer);
  if (first !== MOUNT || file === undefined) return { file: undefined, pointer };
  return { file, pointer: pointer.slice(pointerTo(MOUNT, file).length) };
}

interface Joining extends DocumentFolder {
  readonly files: Map<string, Json>;
  /** Files that were read and not yet looked into. */
  readonly pending: string[];
}

/** A value of a file with its references led to where the files stand. What is shared stays shared. */
function led(joining: Joining, value: Json, file: string): Json {
  const known = new Map<Json, Json>();
  const visit = (inner: Json, depth: number): Json => {
    if (typeof inner !== 'object' || inner === null || depth > DEEPEST) return inner;
    const done = known.get(inner);
    if (done !== undefined) return done;
    const entries = Object.entries(inner).map(([key, entry]): [string, Json] => [
      key,
      key === '$ref' && typeof entry === 'string' ? ledReference(joining, entry, file) : visit(entry, depth + 1),
    ]);
    const made = isArray(inner) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
    known.set(inner, made);
    return made;
  };
  return visit(value, 0);
}

/** A reference of a file in terms of the joined document; as it was when it leads to no file of the folder. */
function ledReference(joining: Joining, reference: string, file: string): string {
  const [path, fragment] = splitAt(reference, '#');
  // An anchor is looked for in the whole document.
  if (fragment !== '' && !fragment.startsWith('/')) return reference;
  if (path === '') return file === '' ? reference : `#${escaped(mountOf(file))}${fragment}`;
  const target = pathFrom(file, path);
  if (target !== undefined && target === joining.self) return `#${fragment}`;
  return target === undefined || !isRead(joining, target) ? reference : `#${escaped(mountOf(target))}${fragment}`;
}

function splitAt(text: string, mark: string): readonly [string, string] {
  const index = text.indexOf(mark);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

function mountOf(file: string): Pointer {
  return child(pointerTo(MOUNT), file);
}

/** A fragment is a URL's: what has a meaning there is written in percents. */
function escaped(pointer: Pointer): string {
  return pointer.replaceAll('%', '%25');
}

/** `../b.yaml` from `schemas/a.yaml` is `b.yaml`; undefined for what is no path of the folder. */
function pathFrom(file: string, path: string): string | undefined {
  const plain = decoded(path);
  if (/^[a-z][a-z\d+.-]*:|^\/|[\\?\0]/i.test(plain)) return undefined;
  const segments = file.split('/').slice(0, -1);
  for (const segment of plain.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.length === 0 ? undefined : segments.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isRead(joining: Joining, file: string): boolean {
  const { files, pending, read } = joining;
  if (files.has(file)) return true;
  if (files.size >= MOST_FILES) return false;
  const value = read(file);
  if (value === undefined) return false;
  files.set(file, value);
  pending.push(file);
  return true;
}
