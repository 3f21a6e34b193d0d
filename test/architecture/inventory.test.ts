import { globSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('architecture/inventory');

test('every test file runs its suites: uvu passes in silence when run() is forgotten', () => {
  const files = globSync('test/**/*.{test,nightly}.ts');
  assert.ok(files.length > 10);
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const suites = [...source.matchAll(/^const (\w+) = suite(?:<\w+>)?\(/gm)].map((match) => match[1]!);
    assert.ok(suites.length > 0, `${file} has no suite`);
    for (const name of suites) assert.match(source, new RegExp(`^${name}\\.run\\(\\);`, 'm'), `${file}: ${name}`);
  }
});

test('no test is skipped or silences the others', () => {
  for (const file of globSync('test/**/*.{test,nightly}.ts')) {
    assert.not.match(readFileSync(file, 'utf8'), /^\s*\w+\.(only|skip)\(/m, file);
  }
});

test.run();
