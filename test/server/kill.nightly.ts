import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { killRounds } from './kill-rounds.ts';

const test = suite('server/kill-nightly');

test('of a hundred kills none leaves a mix, and none loses what was acknowledged', async () => {
  const seed = Date.now() % 1_000_000;
  const tally = await killRounds(100, seed);
  console.log(`seed ${seed}: ${tally.old} old, ${tally.new} new, ${tally.acknowledged} acknowledged`);
  // The kills are spread over the sync, so both ends are seen.
  assert.ok(tally.old > 0 && tally.new > 0);
});

test.run();
