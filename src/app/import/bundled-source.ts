import { basename, dirname, resolve } from 'node:path';
import { bundleFiles } from '../../convert/openapi-bundle.ts';
import { referencesIn } from '../../convert/openapi-3-targets.ts';
import { Failure } from '../../domain/failure.ts';
import { createFolderReader } from '../../load/folder-reader.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { formatOf } from '../../places/locate.ts';
import { plural } from '../../report/printable.ts';
import { withValue } from './apply-answers.ts';
import type { Draft } from './draft.ts';

/**
 * An OpenAPI document on this disk with the files beside and below it that it refers to taken in: a connector's folder holds one document.
 * No link is followed, and nothing outside of its folder is read.
 * @throws Failure (`usage`) when one of the files cannot be read.
 */
export function bundledSource(draft: Draft, workingFolder: string, source: string): Draft {
  const { value } = draft.document;
  if ([...referencesIn(value)].every((one) => one.startsWith('#'))) return draft;
  const path = resolve(workingFolder, source);
  const tree = diskTree(dirname(path));
  const reader = createFolderReader(tree, '.', tree.entries('') ?? []);
  const { document, files } = bundleFiles(value, {
    self: basename(path),
    read: (name) => {
      const found = formatOf(name) === undefined ? undefined : reader.find(name);
      return found === undefined ? undefined : (reader.object(found) ?? refuse(name, reader.findings.at(-1)?.message));
    },
  });
  if (files.length === 0) return draft;
  const named = files.slice(0, 5).join(', ') + (files.length > 5 ? ' ...' : '');
  const note = `${plural(files.length, 'file')} that the document refers to ${files.length === 1 ? 'is' : 'are'} taken into it: ${named}`;
  return { ...draft, document: withValue(draft.document, document), notes: [...draft.notes, note] };
}

function refuse(name: string, why = 'it holds no object'): never {
  throw new Failure('usage', `"${name}", which the document refers to, cannot be read: ${why}`);
}
