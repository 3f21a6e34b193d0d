import { Failure } from '../domain/failure.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { FolderFiles } from './folder-files.ts';

/** Bytes. What people write beside a connector is small; what is larger was put there by a program. */
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 8 * MAX_FILE_BYTES;
const MAX_FILES = 200;

const PICTURE_OR_ARCHIVE = /\.(?:png|jpe?g|gif|ico|webp|bmp|zip|gz|7z|pdf|docx|pptx|xlsx|mp4|dll|exe)$/i;

/**
 * The text files of a connector's folder that play no part in it (tests, notes, settings), so that rules can look for secrets in them.
 * At most 200 of at most 1 MiB each, 8 MiB in all; what is binary or cannot be read is left out, and nothing is found wrong with any.
 */
export function readOtherTexts(
  tree: FileTree,
  { files, sizes }: FolderFiles,
  known: ReadonlyMap<string, string>,
): Map<string, string> {
  const texts = new Map<string, string>();
  let room = MAX_TOTAL_BYTES;
  for (const file of files) {
    const size = sizes.get(file) ?? 0;
    if (known.has(file) || PICTURE_OR_ARCHIVE.test(file) || size > Math.min(room, MAX_FILE_BYTES)) continue;
    if (texts.size >= MAX_FILES) break;
    const text = readText(tree, file);
    if (text === undefined) continue;
    room -= size;
    texts.set(file, text);
  }
  return texts;
}

function readText(tree: FileTree, file: string): string | undefined {
  try {
    const bytes = tree.read(file);
    // No text has a zero byte: what has one early is binary (or UTF-16, which nothing here reads).
    return bytes.subarray(0, 8192).includes(0) ? undefined : new TextDecoder().decode(bytes);
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
