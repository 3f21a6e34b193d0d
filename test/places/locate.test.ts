import * as fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isArray, isObject, type Json } from '../../src/domain/json.ts';
import { child, valueAt, type Pointer } from '../../src/domain/pointer.ts';
import { locate, type TextFormat } from '../../src/places/locate.ts';
import { textIn } from './text-in.ts';

const test = suite('places/locate');

const JSON_TEXT = `{
  "a/b": {"~": [1, {"x": "\\"}]"}]}, // odd, but read
  "k\\u0065y": null,
  "twice": 1,
  "twice": [2,],
  "": "empty"
}`;

const YAML_TEXT = `# comment
a: "x y"
'b': &anchor
  - 1
  - {k: [1, 2], "j": *anchor }
c: |
  text
  more

d:
e: !!str plain
200: ok
list:
- name: x
  in: query
- name: y
alias: *anchor
`;

const cases: readonly (readonly [format: TextFormat, pointer: Pointer, want: string, key?: string])[] = [
  ['json', '', JSON_TEXT],
  ['json', '/a~1b', '{"~": [1, {"x": "\\"}]"}]}', '"a/b"'],
  ['json', '/a~1b/~0/0', '1', '1'],
  ['json', '/a~1b/~0/1/x', '"\\"}]"', '"x"'],
  ['json', '/key', 'null', '"k\\u0065y"'],
  ['json', '/twice', '[2,]', '"twice"'],
  ['json', '/twice/0', '2'],
  ['json', '/', '"empty"', '""'],
  ['json', '/a~1b/~0/7/x', '[1, {"x": "\\"}]"}]', '"~"'],
  ['json', '/nope', JSON_TEXT, JSON_TEXT],
  ['json', '/__proto__/constructor', JSON_TEXT],
  ['yaml', '/a', '"x y"', 'a'],
  ['yaml', '/b', '- 1\n  - {k: [1, 2], "j": *anchor }', "'b'"],
  ['yaml', '/b/1', '{k: [1, 2], "j": *anchor }'],
  ['yaml', '/b/1/k/1', '2'],
  ['yaml', '/b/1/k', '[1, 2]', 'k'],
  ['yaml', '/c', '|\n  text\n  more', 'c'],
  ['yaml', '/d', 'd', 'd'],
  ['yaml', '/e', 'plain'],
  ['yaml', '/200', 'ok', '200'],
  ['yaml', '/list/1/name', 'y', 'name'],
  ['yaml', '/list/0/in', 'query'],
  ['yaml', '/list/9/in', '- name: x\n  in: query\n- name: y', 'list'],
  ['yaml', '/alias', '*anchor'],
  ['yaml', '/alias/1/k/0', '1'],
  ['yaml', '/alias/1/j/1/j/0', '1'],
];

for (const [format, pointer, want, key] of cases) {
  const text = format === 'json' ? JSON_TEXT : YAML_TEXT;
  test(`${format} ${pointer}`, () => {
    assert.is(textIn(text, locate(text, format, pointer, false)!), want);
    if (key !== undefined) assert.is(textIn(text, locate(text, format, pointer, true)!), key);
  });
}

test('lines and columns start at 1, and the end is behind the last character', () => {
  const span = { start: { line: 3, column: 15 }, end: { line: 3, column: 19 } };
  assert.equal(locate(JSON_TEXT, 'json', '/key', false), span);
});

/** Every place of a value; integer-like keys and all. */
function pointersOf(value: Json, at: Pointer = ''): Pointer[] {
  const inner = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [at, ...inner.flatMap(([token, one]) => pointersOf(one, child(at, token)))];
}

test('every place of any JSON document is found, however it is spaced', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), (value, spaces) => {
      const text = JSON.stringify(value, null, spaces);
      const parsed = JSON.parse(text) as Json;
      for (const pointer of pointersOf(parsed)) {
        const found = textIn(text, locate(text, 'json', pointer, false)!);
        assert.equal(JSON.parse(found), valueAt(parsed, pointer), pointer);
      }
    }),
  );
});

const yamlTexts = fc.tuple(fc.jsonValue(), fc.boolean()).map(([value, flow]) => {
  const plain = JSON.parse(JSON.stringify(value)) as Json;
  return { plain, text: dump(plain, { flowLevel: flow ? 1 : -1, forceQuotes: true, lineWidth: -1 }) };
});

test('every scalar of any YAML document is found', () => {
  fc.assert(
    fc.property(yamlTexts, ({ plain, text }) => {
      for (const pointer of pointersOf(plain)) {
        const value = valueAt(plain, pointer);
        if (isArray(value) || isObject(value)) continue;
        assert.equal(load(textIn(text, locate(text, 'yaml', pointer, false)!)), value, `${pointer} in ${text}`);
      }
    }),
  );
});

test('a document too deep, too shared or no document at all has no place, in bounded time', () => {
  assert.is(locate('['.repeat(100_000), 'yaml', '/0/0/0', false), undefined);
  assert.is(locate('a: [', 'yaml', '/a', false), undefined);
  assert.is(locate('# nothing\n', 'yaml', '/a', false), undefined);
  const deep = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`;
  assert.equal(locate(deep, 'json', '/0'.repeat(199), false)?.start, { line: 1, column: 200 });
  const bomb = ['a0: &a0 [x]', ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)].join(
    '\n',
  );
  assert.equal(locate(bomb, 'yaml', `/a60${'/1'.repeat(60)}/0`, false)?.start, { line: 1, column: 10 });
  assert.ok(locate('&a [*a]', 'yaml', '/0'.repeat(1000), false));
});

test('any text has some place, never an exception', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom<TextFormat>('json', 'yaml'),
      fc.constantFrom('', '/a', '/0/b'),
      (text, format, pointer) => {
        const span = locate(text, format, pointer, true);
        assert.ok(span === undefined || (span.start.line >= 1 && span.start.column >= 1));
      },
    ),
  );
});

test.run();
