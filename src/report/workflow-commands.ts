import type { Severity } from '../domain/finding.ts';
import { printable } from './printable.ts';

/** One annotation of GitHub Actions. GitHub shows at most ten errors and ten warnings a step. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, one a line; whatever comes from a file is escaped, so that it cannot start a command of its own. */
export function renderWorkflowCommands(annotations: readonly Annotation[]): string {
  return annotations.map((one) => `${commandOf(one)}\n`).join('');
}

function commandOf({ severity, title, message, ...place }: Annotation): string {
  const properties: [string, string | number | undefined][] = [
    ['title', title],
    ['file', place.file],
    ['line', place.line],
    ['endLine', place.endLine],
    // Columns make sense to GitHub only within one line.
    ['col', place.endLine === undefined || place.endLine === place.line ? place.column : undefined],
    ['endColumn', place.endLine === place.line ? place.endColumn : undefined],
  ];
  const text = properties
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${COMMANDS[severity]} ${text}::${escapeText(message)}`;
}

function escapeText(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
