import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeFolder } from '../../src/app/write-folder.ts';
import { Failure } from '../../src/domain/failure.ts';
import { temporaryFolder } from '../cli/run-cli.ts';

const test = suite('app/write-folder');

const files = (...names: readonly string[]): Map<string, Uint8Array> =>
  new Map(names.map((name) => [name, Buffer.from(name)]));

test('a folder and those above it are made, and nothing else', () => {
  const { path, remove } = temporaryFolder();
  try {
    writeFolder({ folder: join(path, 'a/b/mail'), files: files('one', 'two') });
    assert.equal(readdirSync(join(path, 'a/b')), ['mail']);
    assert.is(readFileSync(join(path, 'a/b/mail/two'), 'utf8'), 'two');
  } finally {
    remove();
  }
});

for (const name of ['../escape', 'a/b', '..', 'a\0']) {
  test(`the name ${JSON.stringify(name)} is refused, and nothing is left behind`, () => {
    const { path, remove } = temporaryFolder();
    try {
      assert.throws(
        () => writeFolder({ folder: join(path, 'a/mail'), files: files('one', name) }),
        isFailure('unavailable'),
      );
      assert.equal(readdirSync(path), []);
    } finally {
      remove();
    }
  });
}

test('where no folder can be made the run ends with the reason', () => {
  const { path, remove } = temporaryFolder();
  try {
    writeFileSync(join(path, 'file'), '');
    for (const folder of [join(path, 'file/mail'), join(path, 'file/a/mail'), '/dev/null/a/b/mail'])
      assert.throws(() => writeFolder({ folder, files: files('one') }), isFailure('unavailable'));
    assert.equal(readdirSync(path), ['file']);
  } finally {
    remove();
  }
});

test('a folder is replaced as a whole, and nothing is left beside it', () => {
  const { path, remove } = temporaryFolder();
  try {
    const folder = join(path, 'mail');
    writeFolder({ folder, files: files('one', 'two') });
    writeFolder({ folder, files: files('three'), replaces: true });
    assert.equal(readdirSync(path), ['mail']);
    assert.equal(readdirSync(folder), ['three']);
  } finally {
    remove();
  }
});

test('what is there stays when what is to replace it cannot be written', () => {
  const { path, remove } = temporaryFolder();
  try {
    const folder = join(path, 'mail');
    writeFolder({ folder, files: files('one') });
    const failing = (): void => writeFolder({ folder, files: files('three', '../escape'), replaces: true });
    assert.throws(failing, isFailure('unavailable'));
    assert.equal(readdirSync(path), ['mail']);
    assert.equal(readdirSync(folder), ['one']);
  } finally {
    remove();
  }
});

test('what is there stays, be it a folder or a file', () => {
  const { path, remove } = temporaryFolder();
  try {
    mkdirSync(join(path, 'mail'));
    writeFileSync(join(path, 'chat'), 'mine');
    for (const name of ['mail', 'chat']) {
      assert.throws(() => writeFolder({ folder: join(path, name), files: files('one') }), isFailure('refused'));
    }
    assert.equal(readdirSync(path), ['chat', 'mail']);
    assert.not.ok(existsSync(join(path, 'mail/one')));
  } finally {
    remove();
  }
});

function isFailure(kind: string): (cause: unknown) => boolean {
  return (cause) => cause instanceof Failure && cause.kind === kind;
}

test.run();
