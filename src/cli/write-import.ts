import { Option } from 'commander';
import { LocalFailure } from '../app/import/open-pull-request.ts';
import { proposeImport } from '../app/import/propose-import.ts';
import { canPropose, pullRequestAccess, type PullRequestAccess } from '../app/import/pull-request-access.ts';
import type { ReadyImport } from '../app/import/ready-import.ts';
import { Failure } from '../domain/failure.ts';
import type { ImportReport } from '../report/import-report.ts';
import { askOne, canAsk } from './prompts.ts';

export interface FinishOptions {
  readonly pullRequest?: true;
  readonly yes?: true;
  readonly format: 'text' | 'json';
}

export function pullRequestOption(): Option {
  return new Option(
    '--pull-request',
    'commit, push and open a pull request; takes the token in GH_TOKEN or GITHUB_TOKEN',
  );
}

/** Looks whether the pull request that was asked for can be opened: nobody should answer questions in vain. */
export async function wantedAccess({ pullRequest }: FinishOptions): Promise<PullRequestAccess | undefined> {
  return pullRequest === true ? pullRequestAccess(process.cwd(), process.env) : undefined;
}

/** Writes what was imported, by way of a pull request where one is wanted. */
export async function writeImport(
  ready: ReadyImport,
  options: FinishOptions,
  wanted: PullRequestAccess | undefined,
): Promise<ImportReport> {
  const { report, write } = ready;
  if (report.merged?.changed.length === 0) return report;
  if (report.errors.length > 0) {
    write();
    const note = 'No pull request was opened: correct first what is listed below, then commit and push';
    return wanted === undefined ? report : withNote(report, note);
  }
  if (wanted !== undefined) return proposeImport(wanted, ready);
  return (await isOffered(options)) ? proposeOrWrite(ready) : written(ready);
}

function written({ report, write }: ReadyImport): ImportReport {
  write();
  return report;
}

/** Somebody has answered questions for this: what stands in the way of the pull request must not cost the folder. */
async function proposeOrWrite(ready: ReadyImport): Promise<ImportReport> {
  try {
    return await proposeImport(await pullRequestAccess(process.cwd(), process.env), ready);
  } catch (cause) {
    if (!(cause instanceof Failure) || cause instanceof LocalFailure || cause.kind === 'interrupted') throw cause;
    const hint = cause.hint === undefined ? '' : ` (${cause.hint})`;
    return withNote(written(ready), `No pull request was opened: ${cause.message}${hint}`);
  }
}

async function isOffered({ yes, format }: FinishOptions): Promise<boolean> {
  if (yes === true || format !== 'text' || !canAsk() || !canPropose(process.cwd(), process.env)) return false;
  const answer = await askOne(
    'Open a pull request?',
    'A branch with this folder is pushed to the remote, and proposed on GitHub with your token',
    [
      { value: 'no', label: 'No', hint: 'only write the folder' },
      { value: 'yes', label: 'Yes' },
    ],
    'no',
  );
  return answer === 'yes';
}

function withNote(report: ImportReport, note: string): ImportReport {
  return { ...report, notes: [note, ...report.notes] };
}
