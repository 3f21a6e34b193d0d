import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { existsSync, readFileSync } from 'node:fs';

const test = suite('server/threat-model');

test('every attack in the threat model names a test, and each of them is there', () => {
  const rows = readFileSync('docs/threat-model.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  const attacks = rows
    .slice(rows.findIndex((row) => row.startsWith('| attack')))
    .filter((row) => !row.startsWith('| attack'));
  assert.ok(attacks.length > 20);
  for (const attack of attacks) {
    const files = [...attack.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file);
    assert.ok(files.length > 0, attack);
    for (const file of files) assert.ok(existsSync(file), file);
  }
});

test.run();
