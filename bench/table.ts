import type { Row } from './bench.ts';

const HEAD = ['what', 'ours', 'peer', 'theirs', 'ratio', 'at most', 'runs', ''] as const;

/** Rows as a Markdown table, padded so that a terminal shows it well too. */
export function renderTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cellsOf({ what, ours, peer, theirs, ratio, goal, runs, why }: Row): string[] {
  const verdict = ratio === undefined ? `not measured: ${why ?? 'no reason'}` : ratio <= goal ? 'reached' : 'missed';
  const shown = ratio === undefined ? '-' : figure(ratio);
  return [what, ours, peer, theirs, shown, figure(goal), String(runs), verdict];
}

/** Three digits are as many as a measurement has. */
function figure(value: number): string {
  return value < 1 ? value.toFixed(3) : value.toFixed(2);
}

export function milliseconds(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(0)} ms`;
}

export function mebibytes(value: number): string {
  return `${value.toFixed(0)} MiB`;
}
