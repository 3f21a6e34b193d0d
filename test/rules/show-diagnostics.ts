import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { FilePlace } from '../../src/domain/finding.ts';
import { createLocator } from '../../src/places/locator.ts';

/** What was found, one diagnostic a line, as `file:line:column severity code  message`, hints and related places below. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): string {
  const locate = createLocator(texts);
  const place = (at: FilePlace): string => {
    const { line, column } = locate(at).start;
    return `${at.file}:${line}:${column}`;
  };
  const lines = diagnostics.flatMap(({ at, severity, code, message, hint, related }) => [
    `${place(at)} ${severity} ${code}  ${message}`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
    ...(related ?? []).map((other) => `    ${place(other.at)}  ${other.message}`),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}
