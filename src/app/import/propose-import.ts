import { relative, sep } from 'node:path';
import { ownFiles } from '../../adapters/git/switch-branch.ts';
import { Failure } from '../../domain/failure.ts';
import type { ImportReport } from '../../report/import-report.ts';
import { pullRequestText } from '../../report/pull-request-text.ts';
import { openPullRequest } from './open-pull-request.ts';
import type { PullRequestAccess } from './pull-request-access.ts';
import { readyBytes, type ReadyImport } from './ready-import.ts';

/**
 * Proposes an import as a pull request, and writes it to the disk when that is done. The report says where it is.
 * @throws Failure as the steps do; then nothing on the disk has changed.
 */
export async function proposeImport(access: PullRequestAccess, ready: ReadyImport): Promise<ImportReport> {
  const { report, write, removed, isThere } = ready;
  const folder = folderIn(access.folder, ready.folder);
  const kept = report.merged !== undefined ? ownFiles(access.folder, folder).filter((name) => !name.includes('/')) : [];
  const files = new Map(
    [...kept, ...ready.files.keys()].flatMap((name) => {
      const bytes = readyBytes(ready, name);
      return bytes === undefined ? [] : [[name, bytes] as const];
    }),
  );
  const branch = `${isThere ? 'update' : 'add'}-${report.connector}`;
  const opened = await openPullRequest(access, {
    folder,
    files,
    removed,
    branch,
    write,
    ...pullRequestText(report, isThere),
  });
  const where = opened.isCheckedOut
    ? `Branch "${opened.branch}" is checked out`
    : `Branch "${opened.branch}" is not checked out, because git would not leave the present one; the files are here too, and not committed`;
  return { ...report, pullRequest: opened.url, notes: [where, ...report.notes], next: [] };
}

/** From the working folder, with `/`. @throws Failure (`usage`) for a folder outside of it. */
export function folderIn(workingFolder: string, absolute: string): string {
  const folder = relative(workingFolder, absolute).split(sep).join('/');
  if (folder !== '' && folder !== '..' && !folder.startsWith('../') && !folder.startsWith('/')) return folder;
  throw new Failure('usage', `"${absolute}" lies outside the working folder, so no pull request can hold it`, {
    hint: 'Run the command in the repository, without --out',
  });
}
