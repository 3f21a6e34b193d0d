import { execFileSync } from 'node:child_process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fuzz, type FuzzResult } from './fuzz-child.ts';
import { HOSTILE } from './hostile-files.ts';

// FUZZ_FOLDER names other connectors to break, FUZZ_COUNT how many times, FUZZ_SEED where to begin: another night sees other documents.
const FOLDER = process.env['FUZZ_FOLDER'] ?? 'connectors';
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 100_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? (Math.floor(Date.now() / 86_400_000) % 10_000) * 100_000 + 1);
const BATCH = 10_000;
const PATIENCE_MS = 60_000;
const LIMITS = { ms: 1000, peakMiB: 512 };

const test = suite('fuzz (nightly)');

test(`${COUNT} broken connectors get a verdict, none in more than a second or half a gigabyte`, async () => {
  const results: FuzzResult[] = [];
  for (let done = 0; done < COUNT; done += BATCH) {
    results.push(await fuzz(SEED + done, Math.min(BATCH, COUNT - done), FOLDER, PATIENCE_MS));
  }
  const most = (pick: (result: FuzzResult) => number): string => Math.max(...results.map(pick)).toFixed(0);
  console.log(`\n  from seed ${SEED}: at most ${most((one) => one.slowestMs)} ms, ${most((one) => one.peakMiB)} MiB`);
  assert.equal(
    results.flatMap(({ failures }) => failures),
    [],
  );
});

for (const name of Object.keys(HOSTILE)) {
  test(`${name}: within a second and half a gigabyte`, () => {
    const told = execFileSync(process.execPath, ['test/fuzz/run-hostile.ts', name], { timeout: PATIENCE_MS });
    const { ms, peakMiB } = JSON.parse(told.toString('utf8')) as typeof LIMITS;
    assert.ok(ms < LIMITS.ms, `${ms} ms`);
    assert.ok(peakMiB < LIMITS.peakMiB, `${peakMiB} MiB`);
  });
}

test.run();
