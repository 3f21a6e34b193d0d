import type { Connector } from '../domain/connector.ts';
import { stringMember } from '../domain/json.ts';
import { operationsOf } from '../domain/operation.ts';
import type { SyncOutcome } from '../app/sync-target.ts';
import type { Step, StepKind } from '../plan/plan.ts';
import { plural, printable } from '../report/printable.ts';

const WORDS: Readonly<Record<StepKind, string>> = {
  create: 'new',
  update: 'updated',
  rename: 'renamed',
  retire: 'retired',
  restage: 'owners or stage changed',
  reconvert: 'converted anew',
  held: 'held back after a rollback',
  keep: 'no changes',
};

/** What `npm start` shows: a line each connector, and the release that serves them. */
export function renderConnectorTable(
  connectors: readonly Connector[],
  { steps, committed, uploaded }: SyncOutcome,
): string {
  const shown = new Map(connectors.map((connector) => [connector.id, connector]));
  const rows = steps.map((step) => rowOf(step, shown.get(step.connector)));
  const head = ['Connector', 'Title', 'Actions', 'Triggers', 'What changed'];
  const last =
    committed === undefined
      ? 'No changes: nothing was written.'
      : `Release ${committed.sequence} is live: ${plural(uploaded, 'revision')} uploaded.`;
  return `${tableOf([head, ...rows])}\n\n${last}\n`;
}

function rowOf(step: Step, connector: Connector | undefined): string[] {
  const document = connector?.openapi?.value;
  const operations = document === undefined ? [] : operationsOf(document);
  const triggers = operations.filter(({ kind }) => kind === 'trigger').length;
  const title = stringMember(document?.['info'], 'title') ?? '';
  const counts = connector === undefined ? ['', ''] : [String(operations.length - triggers), String(triggers)];
  return [step.connector, printable(title), ...counts, WORDS[step.kind]];
}

/** Columns as wide as their widest cell; numbers to the right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        /^\d+$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
