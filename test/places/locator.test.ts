import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FilePlace } from '../../src/domain/finding.ts';
import { createLocator } from '../../src/places/locator.ts';
import { positionAt } from '../../src/places/position.ts';

const test = suite('places/locator');

const locate = createLocator(
  new Map([
    ['c/openapi.json', '{\r\n  "a": 1\r\n}'],
    ['c/connector.yaml', 'x:\n  y: 2\n'],
    ['c/README.md', 'one\ntwo\n'],
    ['c/broken.yaml', 'a: [\n'],
  ]),
);

const cases: readonly (readonly [name: string, place: FilePlace, line: number, column: number])[] = [
  ['a value in JSON, with Windows line ends', { file: 'c/openapi.json', pointer: '/a' }, 2, 8],
  ['its key', { file: 'c/openapi.json', pointer: '/a', key: true }, 2, 3],
  ['a value in YAML', { file: 'c/connector.yaml', pointer: '/x/y' }, 2, 6],
  ['an offset in a text', { file: 'c/README.md', offset: 5 }, 2, 2],
  ['an offset counts before a pointer', { file: 'c/openapi.json', pointer: '/a', offset: 0 }, 1, 1],
  ['an offset behind the end', { file: 'c/README.md', offset: 99 }, 3, 1],
  ['no number', { file: 'c/README.md', offset: Number.NaN }, 1, 1],
  ['a file without a tree', { file: 'c/README.md', pointer: '/a' }, 1, 1],
  ['a file that was not read', { file: 'c/icon.png' }, 1, 1],
  ['a text that is no YAML', { file: 'c/broken.yaml', pointer: '/a' }, 1, 1],
];

for (const [name, place, line, column] of cases) {
  test(name, () => assert.equal(locate(place).start, { line, column }));
}

test('a position is where counting leads', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '\r', 'é')), fc.nat(40), (chars, offset) => {
      const text = chars.join('');
      const before = text.slice(0, offset).split('\n');
      assert.equal(positionAt(text, offset), { line: before.length, column: before.at(-1)!.length + 1 });
    }),
  );
});

test.run();
