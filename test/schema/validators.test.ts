import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('schema/validators');

test('the committed validators are what the schemas compile to', () => {
  const run = spawnSync(process.execPath, ['scripts/compile-schemas.ts', '--check'], { encoding: 'utf8' });
  assert.is(run.stderr, '');
  assert.is(run.status, 0);
});

test('the validators need nothing but themselves', () => {
  for (const file of ['validators', 'artifact-validators']) {
    // A helper of ajv carries its own name as a text.
    const code = readFileSync(`src/schema/${file}.js`, 'utf8').replaceAll(/\.code='require\([^']*'/g, '');
    assert.not.match(code, /\brequire\s*\(|\bimport\s*[({'"]/);
  }
});

test.run();
