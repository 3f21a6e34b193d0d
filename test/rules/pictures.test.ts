import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { readPng } from '../../src/rules/facts/png-chunks.ts';
import { pixelsOf, type Pixel } from '../../src/rules/facts/png-pixels.ts';
import { connectorOf, documentOf } from './connector-of.ts';

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly type?: number;
  readonly interlace?: number;
}

/** Rows begin with their filter. */
const png = (header: Header, rows: readonly number[], ...others: readonly (readonly [string, readonly number[]])[]) => {
  const start = Buffer.alloc(13);
  start.writeUInt32BE(header.width, 0);
  start.writeUInt32BE(header.height, 4);
  start.set([header.depth ?? 8, header.type ?? 2, 0, 0, header.interlace ?? 0], 8);
  const chunks: [string, Uint8Array][] = [
    ['IHDR', start],
    ...others.map(([type, content]): [string, Uint8Array] => [type, Uint8Array.from(content)]),
    ['IDAT', deflateSync(Uint8Array.from(rows))],
    ['IEND', new Uint8Array()],
  ];
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...chunks.map(([type, content]) => chunk(type, content)),
  ]);
};
const chunk = (type: string, content: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
};

const kindOf = (bytes: Uint8Array): string => {
  const picture = readPng(bytes);
  return picture === undefined ? 'none' : pixelsOf(picture).kind;
};
const pixels = (bytes: Uint8Array, ...places: readonly (readonly [number, number])[]): Pixel[] => {
  const picture = pixelsOf(readPng(bytes)!);
  assert.is(picture.kind, 'pixels');
  return picture.kind === 'pixels' ? places.map(([x, y]) => picture.at(x, y)) : [];
};
const codesOf = (bytes: Uint8Array): string[] => {
  const connector: Connector = { ...connectorOf(documentOf()), icon: { file: 'icon.png', bytes } };
  const found = checkConnectors([connector], () => 'certified').filter(({ code }) => code.startsWith('icon/'));
  return found.map(({ code }) => code);
};

const test = suite('rules/pictures');

test('each filter is undone', () => {
  const bytes = png({ width: 2, height: 5, type: 0 }, [0, 10, 20, 1, 10, 10, 2, 5, 5, 3, 9, 9, 4, 3, 3]);
  const grey = (value: number): Pixel => [value, value, value, 255];
  assert.equal(
    pixels(bytes, [0, 0], [1, 0], [0, 1], [1, 1], [0, 2], [1, 2], [0, 3], [1, 3], [0, 4], [1, 4]),
    [10, 20, 10, 20, 15, 25, 16, 29, 19, 32].map(grey),
  );
});

test('each sort of colours is read', () => {
  const palette: readonly [string, readonly number[]] = ['PLTE', [1, 2, 3, 4, 5, 6]];
  assert.equal(
    pixels(
      png({ width: 3, height: 1, depth: 1, type: 3 }, [0, 0b010_00000], palette, ['tRNS', [255, 7]]),
      [0, 0],
      [1, 0],
    ),
    [
      [1, 2, 3, 255],
      [4, 5, 6, 7],
    ],
  );
  assert.equal(pixels(png({ width: 2, height: 1, depth: 4, type: 0 }, [0, 0x0f]), [0, 0], [1, 0]), [
    [0, 0, 0, 255],
    [255, 255, 255, 255],
  ]);
  assert.equal(pixels(png({ width: 1, height: 1, type: 4 }, [0, 9, 8]), [0, 0]), [[9, 9, 9, 8]]);
  assert.equal(pixels(png({ width: 1, height: 1, type: 6 }, [0, 1, 2, 3, 4]), [0, 0]), [[1, 2, 3, 4]]);
  assert.equal(pixels(png({ width: 1, height: 1, depth: 16 }, [0, 1, 0, 2, 0, 3, 0]), [0, 0]), [[1, 2, 3, 255]]);
  assert.equal(pixels(png({ width: 1, height: 1 }, [0, 1, 2, 3], ['tRNS', [0, 1, 0, 2, 0, 3]]), [0, 0]), [
    [1, 2, 3, 0],
  ]);
});

test('what is no picture is told as such, and what nobody unpacks is let be', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['none', new Uint8Array()],
    ['none', png({ width: 0, height: 1 }, [])],
    ['none', png({ width: 1, height: 1, depth: 3 }, [0])],
    ['none', png({ width: 1, height: 1, type: 5 }, [0])],
    ['none', png({ width: 1, height: 1, interlace: 2 }, [0])],
    ['none', png({ width: 1, height: 1 }, [0, 1, 2, 3]).subarray(0, 30)],
    ['damaged', png({ width: 1, height: 1 }, [5, 1, 2, 3])],
    ['damaged', png({ width: 1, height: 2 }, [0, 1, 2, 3])],
    ['damaged', png({ width: 1, height: 1 }, [0, 1, 2, 3]).subarray(0, 45)],
    ['unknown', png({ width: 1, height: 1, interlace: 1 }, [0, 1, 2, 3])],
    ['unknown', png({ width: 0xffffffff, height: 0xffffffff }, [0])],
  ];
  for (const [kind, bytes] of cases) assert.is(kindOf(bytes), kind);
});

test('a bomb is not unpacked beyond what its header asks for', () => {
  const bomb = png(
    { width: 230, height: 230 },
    Array.from({ length: 4_000_000 }, () => 0),
  );
  assert.is(kindOf(bomb), 'damaged');
  assert.equal(codesOf(bomb), ['icon/format']);
});

test('a length that leads behind the end ends the file', () => {
  const bytes = png({ width: 1, height: 1 }, [0, 1, 2, 3]);
  bytes.writeUInt32BE(0xffffffff, 33);
  assert.is(kindOf(bytes), 'damaged');
});

test('no bytes make a rule of icons throw', () => {
  const whole = png(
    { width: 16, height: 16, type: 6 },
    Array.from({ length: 16 * 65 }, (_, index) => index & 3),
  );
  const place = fc.nat(whole.length - 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 }), place, (edits, cut) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of edits) bytes[at] = value;
      codesOf(bytes);
      codesOf(bytes.subarray(0, cut));
      codesOf(bytes.subarray(cut));
    }),
  );
});

test.run();
