import type { ConnectorFixPlan, FixPlanReport, OperationFix } from './fix-plan-report.ts';
import { PLAIN, type Paint } from './paint.ts';
import { plural, printable } from './printable.ts';

/** The plan as a person reads it before saying yes: what happens to each operation, what is left to do by hand, and the files. */
export function renderFixPlanText(report: FixPlanReport, paint: Paint = PLAIN): string {
  const blocks = report.connectors.map((one) => connectorLines(one, paint).join('\n'));
  const patches = report.connectors.flatMap(({ files }) => files.map(({ patch }) => patch.trimEnd()));
  return `${[...blocks, ...(report.written ? [] : patches), summary(report)].join('\n\n')}\n`;
}

function connectorLines({ connector, operations, advice }: ConnectorFixPlan, paint: Paint): string[] {
  const byHand = advice.flatMap(({ kind, message, hint }) => [
    `    ${paint('warning', kind)}  ${printable(message)}`,
    `        ${printable(hint)}`,
  ]);
  return [
    paint('strong', printable(connector)),
    ...operations.flatMap((one) => operationLines(one, paint)),
    ...(byHand.length === 0 ? [] : ['  by hand:', ...byHand]),
  ];
}

function operationLines(one: OperationFix, paint: Paint): string[] {
  const notes = (one.notes ?? []).map((note) => `      ${printable(note)}`);
  return [`  ${paint('strong', printable(one.operationId))}  ${printable(sentence(one))}`, ...notes];
}

function sentence({ way, operationId, newOperationId = '', path = '', routedTo }: OperationFix): string {
  if (way === 'restore') return 'comes back as it was, deprecated';
  if (way === 'deprecate') return 'is deprecated, which hides it too, and stays for those who use it';
  if (way === 'keep-id') return `gets back its id "${operationId}"`;
  const route = routedTo === undefined ? '' : `, routed to ${routedTo}`;
  return `stays as it was, deprecated; what it became is "${newOperationId}" at ${path}${route}`;
}

function summary({ breaking, left, written, connectors }: FixPlanReport): string {
  if (breaking === 0) return 'Nothing breaks';
  const files = connectors.flatMap((one) => one.files).length;
  const gone = breaking - left;
  const verdict = `${gone} of ${plural(breaking, 'breaking change')} ${gone === 1 ? 'has' : 'have'} a way out`;
  if (files === 0) return verdict;
  return written
    ? `${verdict}; written to ${plural(files, 'file')}`
    : `${verdict}; to write it to ${plural(files, 'file')}, add --write`;
}
