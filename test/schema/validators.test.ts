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
  const code = readFileSync('src/schema/validators.js', 'utf8');
  assert.not.match(code, /\brequire\s*\(|\bimport\s*[({'"]/);
});

test.run();
