import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { drawIcon } from '../../src/app/import/draw-icon.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const test = suite('cli/import-icon');

const SOURCE = resolve('test/fixtures/import/petstore.yaml');
const PICTURE = Buffer.from(drawIcon('Q', '#1166aa'));

async function inFolder(body: (path: string) => Promise<void>): Promise<void> {
  const { path, remove } = temporaryFolder();
  try {
    writeFileSync(join(path, 'logo.png'), PICTURE);
    await body(path);
  } finally {
    remove();
  }
}

const NEW = ['new', '--title', 'Pet Store', '--service-url', 'https://a.example'];

for (const args of [['import', SOURCE], NEW]) {
  test(`${args[0]} takes a picture for the icon, and its colour for the brand`, () =>
    inFolder(async (path) => {
      const ran = await runCli(path, [...args, '--icon', 'logo.png']);
      assert.is(ran.code, 0, ran.stdout + ran.stderr);
      assert.ok(readFileSync(join(path, 'connectors/pet-store/icon.png')).equals(PICTURE));
      assert.match(readFileSync(join(path, 'connectors/pet-store/connector.yaml'), 'utf8'), '"#1166aa"');
    }));
}

test('a picture that was chosen stays when the source is imported again', () =>
  inFolder(async (path) => {
    await runCli(path, ['import', SOURCE, '--icon', 'logo.png']);
    const again = await runCli(path, ['import', SOURCE]);
    assert.match(again.stdout, 'Nothing changes');
    assert.ok(readFileSync(join(path, 'connectors/pet-store/icon.png')).equals(PICTURE));
    const other = Buffer.from(drawIcon('Z', '#225533'));
    writeFileSync(join(path, 'other.png'), other);
    await runCli(path, ['import', SOURCE, '--icon', 'other.png']);
    assert.ok(readFileSync(join(path, 'connectors/pet-store/icon.png')).equals(other));
    assert.match(readFileSync(join(path, 'connectors/pet-store/connector.yaml'), 'utf8'), '"#225533"');
  }));

const BAD: readonly (readonly [name: string, bytes: Uint8Array, says: string])[] = [
  ['no picture', Buffer.from('<svg/>'), 'is no PNG picture'],
  ['half a picture', PICTURE.subarray(0, PICTURE.length / 2), 'is damaged'],
  ['a huge file', Buffer.concat([PICTURE, Buffer.alloc(1024 * 1024)]), 'has to stay below'],
];

for (const [name, bytes, says] of BAD) {
  test(`${name} is refused before anything is written`, () =>
    inFolder(async (path) => {
      writeFileSync(join(path, 'bad.png'), bytes);
      const ran = await runCli(path, ['import', SOURCE, '--icon', 'bad.png']);
      assert.is(ran.code, 2);
      assert.match(ran.stderr, says);
      assert.not.ok(existsSync(join(path, 'connectors')));
    }));
}

test.run();
