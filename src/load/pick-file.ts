import type { FileEntry } from '../domain/file-tree.ts';
import type { FolderReader } from './folder-reader.ts';

/**
 * The file that plays a part: the first pattern that some name matches counts, and in it the standard spelling before others.
 * Another spelling than `standard` is read all the same and reported.
 */
export function pickFile(reader: FolderReader, standard: string, patterns: readonly RegExp[]): FileEntry | undefined {
  const found = candidates(reader.files, standard, patterns)[0];
  if (found !== undefined && found.name !== standard) reportSpelling(reader, found, standard);
  return found;
}

/** Every file that could play the part, the best one first. */
export function candidates(files: readonly FileEntry[], standard: string, patterns: readonly RegExp[]): FileEntry[] {
  const rank = ({ name }: FileEntry): number =>
    name === standard ? -1 : patterns.findIndex((pattern) => pattern.test(name));
  return files
    .filter(({ name }) => patterns.some((pattern) => pattern.test(name)))
    .sort((one, two) => rank(one) - rank(two));
}

export function reportSpelling(reader: FolderReader, { name }: FileEntry, standard: string): void {
  reader.report({
    code: 'file/name-not-standard',
    at: { file: reader.pathOf(name) },
    message: `File "${name}" is not called "${standard}"`,
    hint: `Rename it to "${standard}": other tools look for that name`,
  });
}
