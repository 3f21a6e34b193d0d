import * as core from '@actions/core';
import { printable } from '../../src/report/printable.ts';
import type { Annotation } from '../../src/report/workflow-commands.ts';

const COMMANDS = { error: core.error, warning: core.warning, info: core.notice } as const;

/** Annotates files. What comes from a file is made printable first; the toolkit escapes what would end or start a command. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { severity, title, message, ...place } of annotations) {
    const lines = message.split('\n').map(printable);
    COMMANDS[severity](lines.join('\n'), { title: printable(title), ...propertiesOf(place) });
  }
}

/** GitHub takes columns only when the annotation is within one line. */
function propertiesOf(place: Omit<Annotation, 'severity' | 'title' | 'message'>): core.AnnotationProperties {
  const { file, line, column, endLine, endColumn } = place;
  const within = endLine === undefined || endLine === line;
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined || !within ? {} : { startColumn: column }),
    ...(endColumn === undefined || !within ? {} : { endColumn }),
  };
}
