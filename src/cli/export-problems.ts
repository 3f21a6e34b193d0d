import type { Exportable } from '../app/export/exportable.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { createLocator } from '../places/locator.ts';
import { validateReport } from '../report/validate-report.ts';
import { renderValidateText } from '../report/validate-text.ts';

/** What keeps connectors from being exported, with lines, as `validate` prints it; undefined when nothing does. */
export function renderProblems(
  exports: readonly { readonly exportable: Exportable; readonly problems: readonly Diagnostic[] }[],
): string | undefined {
  const kept = exports.filter(({ problems }) => problems.length > 0);
  if (kept.length === 0) return undefined;
  const connectors = kept.map(({ exportable }) => exportable.connector);
  const texts = new Map(connectors.flatMap((connector) => [...connector.texts]));
  const size = { connectors: kept.length, files: connectors.flatMap(({ files }) => files).length };
  const problems = kept.flatMap((one) => one.problems);
  return renderValidateText(validateReport(problems, size, createLocator(texts)));
}
