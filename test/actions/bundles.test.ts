import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('actions/bundles');

test('each committed bundle is, byte for byte, what its source builds to', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/bundle.ts', '--check'], { encoding: 'utf8' });
  assert.is(stderr, '');
  assert.is(status, 0);
});

test('a bundle holds no path of the machine that built it, and no type', () => {
  const files = globSync('actions/*/dist/index.mjs');
  assert.is(files.length, 4);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    assert.not.ok(text.includes(process.cwd()), file);
    assert.not.match(text, /sourceMappingURL/);
    assert.ok(text.length < 3_000_000, `${file}: ${text.length}`);
  }
});

test.run();
