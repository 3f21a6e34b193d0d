import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { killRounds } from './kill-rounds.ts';

const test = suite('server/kill (nightly)');

test('a registry that is killed in a hundred syncs loses nothing that it acknowledged', async () => {
  const counts = await killRounds(100);
  console.log(
    `\n  still at the old release: ${counts.old}, at the new: ${counts.new}, of these untold: ${counts.untold}`,
  );
  // Both sides of the commit were hit, or the moments prove nothing.
  assert.ok(counts.old > 0 && counts.new > 0, JSON.stringify(counts));
});

test.run();
