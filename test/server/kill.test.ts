import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { killRounds } from './kill-rounds.ts';

const test = suite('server/kill');

test('a registry that is killed in five syncs loses nothing that it acknowledged', async () => {
  const { old, new: fresh } = await killRounds(5);
  assert.is(old + fresh, 5);
});

test.run();
