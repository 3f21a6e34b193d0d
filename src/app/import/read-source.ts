import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { fetchDocument } from '../../adapters/web/fetch-document.ts';
import { recognise, type Recognised } from '../recognise.ts';

/** Larger than any description of an API that we know of. */
export const MOST_SOURCE_BYTES = 64 * 1024 * 1024;

/** What was named to be imported. */
export type Source =
  | { readonly kind: 'document'; readonly document: Recognised; readonly fetched: string | undefined }
  | { readonly kind: 'folder'; readonly path: string };

/**
 * Reads a file or a URL, or finds that it is a folder.
 * @throws Failure (`usage`) when it is not there or nothing that can be imported, (`unavailable`) when it cannot be read.
 */
export async function readSource(workingFolder: string, source: string): Promise<Source> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) {
    const { bytes, url } = await fetchDocument(source, MOST_SOURCE_BYTES);
    return { kind: 'document', document: recognise(url, bytes), fetched: url };
  }
  const path = resolve(workingFolder, source);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new Failure('usage', `There is no file or folder "${source}"`);
  if (status.isDirectory()) return { kind: 'folder', path };
  return { kind: 'document', document: recognise(source, readBounded(path, source)), fetched: undefined };
}

/**
 * Reads a file that a person named, without waiting for a pipe's other end.
 * @throws Failure (`unavailable`) when it cannot be read, or is larger than any source.
 */
export function readBounded(path: string, shown: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size } = fstatSync(file);
    if (!fstatSync(file).isFile()) throw new Error('it is no regular file');
    if (size > MOST_SOURCE_BYTES) throw new Error(`it has ${size} bytes, and ${MOST_SOURCE_BYTES} are read at most`);
    return readWhole(file, size);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('unavailable', `"${shown}" cannot be read: ${why}`, { cause });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readWhole(file: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  for (let read = -1; read !== 0 && filled < size; filled += read)
    read = readSync(file, bytes, filled, size - filled, filled);
  return bytes.subarray(0, filled);
}

/** The name of a source without folders and ending: what a title is made from when nothing else says one. */
export function plainName(source: string): string {
  return basename(source.replace(/[?#].*$/, '')).replace(
    /(?:\.(?:json|ya?ml|postman_collection|swagger|openapi))+$/i,
    '',
  );
}
