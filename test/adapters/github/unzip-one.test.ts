import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { unzipOne } from '../../../src/adapters/github/unzip-one.ts';
import { Failure } from '../../../src/domain/failure.ts';

const test = suite('adapters/github/unzip-one');

const text = (value: string) => new TextEncoder().encode(value);
const LIMIT = 10_000;

function refusalOf(archive: Uint8Array): string {
  try {
    unzipOne(archive, 'report.json', LIMIT);
  } catch (cause) {
    assert.instance(cause, Failure);
    return (cause as Failure).message;
  }
  return 'not refused';
}

test('the one expected file is read, packed or stored', () => {
  for (const level of [0, 9] as const) {
    const archive = zipSync({ 'report.json': text('{"version":1}') }, { level });
    assert.is(new TextDecoder().decode(unzipOne(archive, 'report.json', LIMIT)), '{"version":1}');
  }
});

const SYMLINK = { os: 3, attrs: (0o120777 << 16) >>> 0 } as const;
const HOSTILE: readonly (readonly [string, Zippable, string])[] = [
  ['a name that climbs out', { '../../.github/workflows/ci.yml': text('on: push') }, 'the entry "../../.github/'],
  ['an absolute name', { '/etc/passwd': text('root') }, 'the entry "/etc/passwd"'],
  ['a backslash path', { '..\\report.json': text('{}') }, 'the entry "..'],
  ['a second file', { 'report.json': text('{}'), 'evil.sh': text('x') }, '2 entries'],
  ['a second file of almost the same name', { 'report.json': text('{}'), 'REPORT.JSON': text('x') }, '2 entries'],
  ['a folder', { 'report.json/': new Uint8Array() }, 'the entry "report.json/"'],
  ['a name with a control character', { 'report.json\u0000.sh': text('x') }, 'the entry "report.json'],
  ['a prototype', { __proto__x: text('x') }, 'the entry "__proto__x"'],
  ['nothing', {}, '0 entries'],
  ['a symbolic link under another name', { link: [text('/etc/passwd'), SYMLINK] }, 'the entry "link"'],
  ['too much', { 'report.json': new Uint8Array(LIMIT + 1) }, 'at most 10000 bytes'],
];

for (const [name, files, want] of HOSTILE) {
  test(`refused: ${name}`, () => assert.match(refusalOf(zipSync(files)), want));
}

test('a symbolic link under the right name is only text', () => {
  const archive = zipSync({ 'report.json': [text('/etc/passwd'), SYMLINK] });
  assert.is(new TextDecoder().decode(unzipOne(archive, 'report.json', LIMIT)), '/etc/passwd');
});

test('an archive that says it is small and is not, never yields more than it says', () => {
  const archive = Buffer.from(zipSync({ 'report.json': new Uint8Array(5_000_000) }));
  const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  archive.writeUInt32LE(100, directory + 24);
  assert.is(unzipOne(archive, 'report.json', LIMIT).length, 100);
});

test('an archive that says it is larger than it can be is refused', () => {
  const archive = Buffer.from(zipSync({ 'report.json': text('x') }));
  const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  archive.writeUInt32LE(LIMIT, directory + 24);
  assert.match(refusalOf(archive), 'The artifact is not one');
});

test('no bytes make it throw anything but a Failure', () => {
  const archive = zipSync({ 'report.json': text('{"version":1}') });
  const damaged = fc
    .array(fc.record({ at: fc.nat(archive.length - 1), byte: fc.nat(255) }), { maxLength: 5 })
    .map((edits) => {
      const copy = Uint8Array.from(archive);
      for (const { at, byte } of edits) copy[at] = byte;
      return copy;
    });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 100 })), (bytes) => {
      refusalOf(bytes);
    }),
  );
});

test.run();
