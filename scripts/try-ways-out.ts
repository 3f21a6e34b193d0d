// Plans the way out of each pair below a folder (`*/before.json`, `*/after.json`), writes it into a copy, and holds the result to its laws:
// nothing breaks any more for the operations that were solved, and no finding is there that neither version had.
// Usage: node scripts/try-ways-out.ts FOLDER [COUNT]      exits 1 when a law is broken
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPaths } from '../src/app/compare-paths.ts';
import { planFixes, type ConnectorPlan } from '../src/app/fix-plan.ts';
import { writeFixes } from '../src/app/write-fixes.ts';
import { diskTree } from '../src/load/disk-tree.ts';
import { loadTree } from '../src/load/load-tree.ts';
import { checkConnectors } from '../src/rules/check.ts';

const NOW = '2027-01-01';
const FILE = 'connector/apiDefinition.swagger.json';
const [folder = '', count = 'Infinity'] = process.argv.slice(2);

interface Tally {
  pairs: number;
  changes: number;
  left: number;
  operations: number;
  broken: number;
}

const tally: Tally = { pairs: 0, changes: 0, left: 0, operations: 0, broken: 0 };
for (const name of readdirSync(folder).sort()) {
  const pair = ['before', 'after'].map((side) => join(folder, name, `${side}.json`));
  if (tally.pairs < Number(count) && pair.every((file) => existsSync(file))) tryPair(name, pair);
}
console.log(
  `${tally.pairs} pairs that break something: ${tally.changes} changes, ${tally.left} of them left; ${tally.operations} operations solved`,
);
process.exitCode = tally.broken > 0 ? 1 : 0;

function tryPair(name: string, [before = '', after = '']: readonly string[]): void {
  const root = mkdtempSync(join(tmpdir(), 'way-out-'));
  try {
    for (const [side, file] of Object.entries({ before, after })) {
      mkdirSync(join(root, side, 'connector'), { recursive: true });
      copyFileSync(file, join(root, side, FILE));
    }
    const read = (): ConnectorPlan[] =>
      planFixes(readPaths(root, { before: join(root, 'before'), after: join(root, 'after'), now: NOW }));
    const [plan] = read();
    if (plan === undefined) return;
    const known = new Set(['before', 'after'].flatMap((side) => codesIn(join(root, side))));
    writeFixes([plan]);
    const [rest] = read();
    const fresh = codesIn(join(root, 'after')).filter((code) => !known.has(code));
    note(name, plan, rest, fresh);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function note(name: string, plan: ConnectorPlan, rest: ConnectorPlan | undefined, fresh: readonly string[]): void {
  const left = rest?.breaking ?? [];
  tally.pairs += 1;
  tally.changes += plan.breaking.length;
  tally.left += left.length;
  tally.operations += plan.wayOut.solved.length;
  const isAsPlanned = left.length === plan.left.length;
  if (isAsPlanned && fresh.length === 0) return;
  tally.broken += 1;
  console.log(
    `${name}: ${left.length} changes left and ${plan.left.length} foreseen; new findings: ${fresh.join(', ') || 'none'}`,
  );
}

function codesIn(root: string): string[] {
  const { connectors } = loadTree(diskTree(root), ['']);
  return checkConnectors(connectors, () => 'certified')
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);
}
