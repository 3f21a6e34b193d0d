import type { KnownRuleCode } from '../../src/domain/rule-codes.ts';
import { NOT_TRIED } from './not-tried.ts';
import type { FaultRow } from './run-faults.ts';

const MOST_SHOWN = 3;

/** A line for each code, what went wrong below it, and a summary. */
export function faultTable(
  rows: readonly FaultRow[],
  {
    samples,
    missing,
    most,
  }: { readonly samples: number; readonly missing: readonly KnownRuleCode[]; readonly most: number },
): string {
  const lines = rows.flatMap((row) => [
    line(row.isGiven ? `${row.code} +` : row.code, row.tried, row.found, row.rightLine, row.extra),
    ...row.faults.slice(0, MOST_SHOWN).map((fault) => `    ${fault}`),
  ]);
  const sum = (pick: (row: FaultRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const few = rows.filter(({ tried }) => tried < most).map(({ code, tried }) => `${code} (${tried})`);
  return [
    line('code', 'tried', 'found', 'right line', 'extra'),
    ...lines,
    '',
    line(
      `${rows.length} codes`,
      sum(({ tried }) => tried),
      sum(({ found }) => found),
      sum(({ rightLine }) => rightLine),
      sum(({ extra }) => extra),
    ),
    '+ the connectors first got something sound that their copies lack, or in place of what has faults of its own',
    `Connectors to choose from: ${samples}. Fewer than ${most} can carry: ${few.join(', ') || 'none'}`,
    ...(missing.length === 0 ? [] : [`Without a fault of their own: ${missing.join(', ')}`]),
    `Not tried here: ${Object.entries(NOT_TRIED)
      .map(([code, why]) => `${code} (${why})`)
      .join('; ')}`,
  ].join('\n');
}

function line(code: string, ...cells: readonly (string | number)[]): string {
  return [code.padEnd(56), ...cells.map((cell) => String(cell).padStart(11))].join('');
}
