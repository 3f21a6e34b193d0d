import type { ImportReport } from '../report/import-report.ts';
import { renderImportText } from '../report/import-text.ts';
import { writeReport } from './output.ts';

/** Prints what was written, and makes the exit code 1 when something keeps it from being published. */
export function tellImport(
  report: ImportReport,
  options: { readonly format: 'text' | 'json'; readonly output?: string },
): void {
  const text = options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderImportText(report);
  writeReport(text, options);
  process.exitCode = report.errors.length > 0 ? 1 : 0;
}
