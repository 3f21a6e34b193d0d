import { Failure } from '../domain/failure.ts';
import { joinPath, type FileEntry, type FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { formatOf } from '../places/locate.ts';
import { decodeText } from './decode-text.ts';
import { parseJson, type ParsedTree } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';

/** Larger files are not read at all; real ones stay below 1.2 MB. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Reads the files of one folder and keeps what was read and found on the way. Whatever is wrong with a file, nothing is thrown. */
export interface FolderReader {
  /** From the root of the run; "." for the root. */
  readonly folder: string;
  /** Regular files that lie directly in the folder. */
  readonly files: readonly FileEntry[];
  readonly pathOf: (name: string) => string;
  readonly bytes: (file: FileEntry) => Uint8Array | undefined;
  /** As written, without byte order mark. */
  readonly text: (file: FileEntry) => string | undefined;
  /** The object that a JSON or YAML file holds, by its name's ending. */
  readonly object: (file: FileEntry) => JsonObject | undefined;
  /** A regular file of the folder or below it, by its path from the folder; its name is that path. */
  readonly find: (path: string) => FileEntry | undefined;
  readonly report: (finding: Finding) => void;
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

export function createFolderReader(tree: FileTree, folder: string, entries: readonly FileEntry[]): FolderReader {
  const texts = new Map<string, string>();
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const pathOf = (name: string): string => joinPath(folder, name);
  const bytes = (file: FileEntry): Uint8Array | undefined => readBytes(tree, pathOf(file.name), file.size, report);
  const text = (file: FileEntry): string | undefined => {
    const found = bytes(file);
    if (found === undefined) return undefined;
    const decoded = decodeText(pathOf(file.name), found);
    texts.set(pathOf(file.name), decoded.text);
    decoded.findings.forEach(report);
    return decoded.usable ? decoded.text : undefined;
  };
  const object = (file: FileEntry): JsonObject | undefined => {
    const found = text(file);
    if (found === undefined) return undefined;
    const parsed = parseText(pathOf(file.name), found);
    parsed.findings.forEach(report);
    return parsed.value === undefined ? undefined : objectOnly(pathOf(file.name), parsed.value, report);
  };
  const files = entries.filter((entry) => entry.kind === 'file');
  const find = (path: string): FileEntry | undefined => findFile(tree, folder, path);
  return { folder, files, pathOf, bytes, text, object, find, report, texts, findings };
}

/** Looks at each folder on the way, so that no link is followed and nothing outside is reached. */
function findFile(tree: FileTree, folder: string, path: string): FileEntry | undefined {
  let at = folder === '.' ? '' : folder;
  const names = path.split('/');
  for (const [index, name] of names.entries()) {
    const entry = tree.entries(at)?.find((one) => one.name === name);
    if (index === names.length - 1) return entry?.kind === 'file' ? { ...entry, name: path } : undefined;
    if (entry?.kind !== 'folder') return undefined;
    at = joinPath(at, name);
  }
  return undefined;
}

function readBytes(
  tree: FileTree,
  file: string,
  size: number,
  report: (finding: Finding) => void,
): Uint8Array | undefined {
  if (size > MAX_FILE_BYTES) {
    const message = `The file has ${size} bytes; more than ${MAX_FILE_BYTES} are not read`;
    report({
      code: 'file/too-large',
      at: { file },
      message,
      hint: 'Split the connector, or delete what is not part of it',
    });
    return undefined;
  }
  try {
    return tree.read(file);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    report({ code: 'file/not-readable', at: { file }, message: cause.message });
    return undefined;
  }
}

function parseText(file: string, text: string): ParsedTree {
  return formatOf(file) === 'yaml' ? parseYaml(file, text) : parseJson(file, text);
}

function objectOnly(file: string, value: Json, report: (finding: Finding) => void): JsonObject | undefined {
  if (isObject(value)) return value;
  const kind = isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
  const message = `The document is ${kind} where an object is expected`;
  report({ code: 'document/json-type-incorrect', at: { file, pointer: '' }, message });
  return undefined;
}
