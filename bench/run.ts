// Measures what docs/performance.md claims and prints the table. It exits 0 whether a goal is reached or not: a busy machine is no bug.
// Usage: node bench/run.ts CORPUS [NAME...]      CORPUS is any tree of connectors, for diff any folder of updates, for conversion and conversions one of OpenAPI 3,
//   for postman one of collections; NAME is one of the benches
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bench } from './bench.ts';
import { describeMachine } from './machine.ts';
import { renderTable } from './table.ts';
import { conversionBench } from './conversion.ts';
import { conversionsBench } from './conversions.ts';
import { postmanBench } from './postman.ts';
import { validateBench } from './validate.ts';
import { diffBench } from './diff.ts';

const BENCHES: readonly Bench[] = [validateBench, diffBench, conversionBench, conversionsBench, postmanBench];

// Below node_modules, so that bundles find the packages that they leave out; git ignores it and `npm ci` clears it.
const SCRATCH = 'node_modules/.bench';

async function main([corpus, ...names]: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (corpus === undefined || unknown.length > 0) {
    console.error(`Usage: node bench/run.ts CORPUS [${BENCHES.map(({ name }) => name).join('|')}]...`);
    return 2;
  }
  console.log(`${describeMachine()}\n`);
  const chosen = BENCHES.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const bench of chosen) await measure(bench, resolve(corpus));
  return 0;
}

async function measure(bench: Bench, corpus: string): Promise<void> {
  mkdirSync(SCRATCH, { recursive: true });
  const scratch = resolve(mkdtempSync(join(SCRATCH, `${bench.name}-`)));
  try {
    const progress = (message: string): void => console.error(`${bench.name}: ${message}`);
    const rows = await bench.measure({ corpus, scratch, progress });
    console.log(`${bench.title}\n\n${renderTable(rows)}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
