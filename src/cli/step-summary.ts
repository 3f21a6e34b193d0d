import { appendFileSync } from 'node:fs';

/** Adds Markdown to the page of the run, in a step of GitHub Actions. A page that cannot be written changes no verdict. */
export function addToStepSummary(markdown: string, file = process.env['GITHUB_STEP_SUMMARY']): void {
  if (file === undefined || file === '') return;
  try {
    appendFileSync(file, `${markdown}\n`);
  } catch (cause) {
    console.error(
      `connectors: the summary cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}
