import { chmodSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { replaceFile } from '../../src/app/replace-file.ts';
import { temporaryFolder } from '../cli/run-cli.ts';

const test = suite('app/replace-file');

const former = Buffer.from('before');
const bytes = Buffer.from('after');

function withFile(act: (root: string) => void): void {
  const folder = temporaryFolder();
  try {
    writeFileSync(join(folder.path, 'a.json'), former);
    act(folder.path);
  } finally {
    folder.remove();
  }
}

test('a file gets its new bytes, and keeps its mode', () => {
  withFile((root) => {
    chmodSync(join(root, 'a.json'), 0o750);
    replaceFile(root, { from: 'a.json', path: 'a.json', bytes, former });
    assert.is(readFileSync(join(root, 'a.json'), 'utf8'), 'after');
    assert.is(statSync(join(root, 'a.json')).mode & 0o7777, 0o750);
    assert.equal(readdirSync(root), ['a.json']);
  });
});

test('a file that changed meanwhile is left alone', () => {
  withFile((root) => {
    writeFileSync(join(root, 'a.json'), 'by somebody else');
    assert.throws(
      () => replaceFile(root, { from: 'a.json', path: 'a.json', bytes, former }),
      (cause: Error) => cause.message === '"a.json" changed while it was mended',
    );
    assert.is(readFileSync(join(root, 'a.json'), 'utf8'), 'by somebody else');
    assert.equal(readdirSync(root), ['a.json']);
  });
});

test('a link that took the place of a file is not followed', () => {
  withFile((root) => {
    renameSync(join(root, 'a.json'), join(root, 'b.json'));
    symlinkSync('b.json', join(root, 'a.json'));
    assert.throws(() => replaceFile(root, { from: 'a.json', path: 'a.json', bytes, former }), /cannot be written/);
    assert.is(readFileSync(join(root, 'b.json'), 'utf8'), 'before');
  });
});

test('a file gets its new name, and never that of another file', () => {
  withFile((root) => {
    writeFileSync(join(root, 'B.json'), 'another');
    assert.throws(
      () => replaceFile(root, { from: 'a.json', path: 'B.json', bytes: former, former }),
      /There is a file "B.json" already/,
    );
    replaceFile(root, { from: 'a.json', path: 'A.json', bytes: former, former });
    assert.equal(readdirSync(root).sort(), ['A.json', 'B.json']);
  });
});

test.run();
