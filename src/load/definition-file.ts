import type { FileEntry } from '../domain/file-tree.ts';
import type { FolderReader } from './folder-reader.ts';
import { candidates, reportSpelling } from './pick-file.ts';

/** What the products accept: "less than 1 MB". */
const MAX_DEFINITION_BYTES = 1024 * 1024;
const NEARLY_TOO_LARGE_BYTES = 800 * 1024;

/** The OpenAPI document of a folder. None is a finding and so is a second one; the best named is then judged. */
export function pickDefinition(
  reader: FolderReader,
  standard: string,
  patterns: readonly RegExp[],
  isStandard: (name: string) => boolean,
): FileEntry | undefined {
  const [file, ...others] = candidates(reader.files, standard, patterns);
  if (file === undefined) return reportMissing(reader, standard);
  if (!isStandard(file.name)) reportSpelling(reader, file, standard);
  for (const other of others) reportSecond(reader, other.name, file.name);
  return file;
}

/** `bytes`: of the document as a product would get it. */
export function reportSize(reader: FolderReader, file: string, bytes: number): void {
  if (bytes > MAX_DEFINITION_BYTES) reportTooLarge(reader, file, bytes);
  else if (bytes > NEARLY_TOO_LARGE_BYTES) reportNearlyTooLarge(reader, file, bytes);
}

function reportTooLarge(reader: FolderReader, file: string, bytes: number): void {
  reader.report({
    code: 'file/definition-too-large',
    at: { file, offset: 0 },
    message: `The definition has ${bytes} bytes; the products accept ${MAX_DEFINITION_BYTES}`,
    hint: 'Leave out operations that nobody uses, or split the connector',
  });
}

function reportNearlyTooLarge(reader: FolderReader, file: string, bytes: number): void {
  reader.report({
    code: 'file/definition-nearly-too-large',
    at: { file, offset: 0 },
    message: `The definition has ${bytes} bytes of the ${MAX_DEFINITION_BYTES} that the products accept`,
    hint: 'Plan how to split the connector before an addition is refused',
  });
}

function reportMissing(reader: FolderReader, standard: string): undefined {
  reader.report({
    code: 'file/missing-api-definition',
    at: { file: reader.folder },
    message: `Folder "${reader.folder}" holds no OpenAPI document`,
    hint: `Add "${standard}", or delete the folder`,
  });
}

function reportSecond(reader: FolderReader, name: string, first: string): void {
  reader.report({
    code: 'file/two-api-definitions',
    at: { file: reader.pathOf(name) },
    message: `"${name}" is a second OpenAPI document beside "${first}"`,
    hint: 'Keep one of the two',
    related: [{ at: { file: reader.pathOf(first) }, message: 'This one is read' }],
  });
}
