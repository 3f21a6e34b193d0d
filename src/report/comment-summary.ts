import type { PullRequestReport } from './comment-report.ts';
import { renderDiffMarkdown } from './diff-markdown.ts';
import { renderValidateMarkdown } from './validate-markdown.ts';

// GitHub takes 1 MiB for a step; a character is at most three bytes here.
const FINDINGS_LIMIT = 200_000;
const CHANGES_LIMIT = 100_000;

/** The page of the run: everything that annotations have no room for. */
export function renderJobSummary({ validate, diff }: PullRequestReport): string {
  const changes = diff === null ? 'Nothing was compared with the base.\n' : renderDiffMarkdown(diff, CHANGES_LIMIT);
  return `## Connectors\n\n${renderValidateMarkdown(validate, FINDINGS_LIMIT)}\n### What changes\n\n${changes}`;
}
