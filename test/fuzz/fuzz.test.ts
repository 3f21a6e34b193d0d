import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { judgeFiles } from './judge-files.ts';
import { HOSTILE } from './hostile-files.ts';
import { fuzz } from './fuzz-child.ts';

// Only catches what never ends: how long a document may take is measured in the nightly run.
const PATIENCE_MS = 300_000;

const test = suite('fuzz');

test('a thousand broken connectors get a verdict each', async () => {
  const { judged, failures } = await fuzz(1, 1000, 'connectors', PATIENCE_MS);
  // How long one takes depends on the machine here.
  assert.equal(
    failures.filter((line) => line.includes('"error"') || !line.includes('{')),
    [],
  );
  assert.is(judged, 1000);
});

for (const [name, make] of Object.entries(HOSTILE)) test(`${name}: a verdict`, () => judgeFiles(make()));

test.run();
