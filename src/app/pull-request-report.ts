import type { WorkflowRunEvent } from '../adapters/github/event.ts';
import type { GitHubReader } from '../adapters/github/reader.ts';
import { Failure } from '../domain/failure.ts';
import type { PullRequestReport } from '../report/comment-report.ts';
import { fetchArtifact } from './pull-request-artifact.ts';
import { parsePullRequestReport, REPORT_FILE } from './pull-request-file.ts';

/** The report of the run that an event tells of. @throws Failure when there is none, or it is about another commit. */
export async function readReport(
  reader: Pick<GitHubReader, 'artifacts' | 'download'>,
  judged: WorkflowRunEvent,
  artifact: string,
): Promise<PullRequestReport> {
  const bytes = await fetchArtifact(reader, { run: judged.run, artifact, file: REPORT_FILE });
  const report = parsePullRequestReport(bytes);
  if (report.head === judged.headSha) return report;
  throw new Failure('refused', `The report is about ${report.head}, and the run judged ${judged.headSha}`, {
    hint: 'Does the pull request change the workflow that writes it?',
  });
}

/** Publishing stops at any error, so there is no plan then. It would be wrong besides: what cannot be read would look deleted. */
export function hasErrors({ validate }: PullRequestReport): boolean {
  return validate.counts.error > 0 || validate.diagnostics.some((one) => one.severity === 'error');
}

export function refuseErrors(report: PullRequestReport): void {
  if (hasErrors(report)) throw new Failure('refused', 'Nothing is published while there is an error');
}
