import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { createLocator } from '../../src/places/locator.ts';
import { memoryTree } from './memory-tree.ts';

const test = suite('load/hostile-files');

const load = (definition: string | Uint8Array, name = 'openapi.yaml'): Connector =>
  loadTree(memoryTree({ [`aa/${name}`]: definition, 'aa/connector.yaml': 'publisher: A\n' }), ['']).connectors[0]!;
const codes = (connector: Connector): string[] => connector.findings.map(({ code }) => code);

const cases: readonly (readonly [name: string, file: string, text: () => string, code: string])[] = [
  ['JSON nested a hundred thousand deep', 'openapi.json', () => `{"a":${nested(100_000)}}`, 'file/too-deep'],
  ['JSON nested 201 deep', 'openapi.json', () => `{"a":${nested(200)}}`, 'file/too-deep'],
  ['JSON nested deep and not closed', 'openapi.json', () => '['.repeat(100_000), 'file/json-not-valid'],
  ['YAML nested a hundred thousand deep', 'openapi.yaml', () => `a: ${nested(100_000)}`, 'file/too-deep'],
  ['YAML made deep by aliases', 'openapi.yaml', () => aliases(150, (name) => `[[*${name}]]`), 'file/too-deep'],
  ['an alias bomb', 'openapi.yaml', () => aliases(40, (name) => `[*${name}, *${name}]`), 'file/too-many-aliases'],
  [
    'many aliases of a long list',
    'openapi.yaml',
    () => `l: &l [${'1,'.repeat(2000)}]\n${manyKeys(2000, '*l')}`,
    'file/too-many-aliases',
  ],
];

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

function aliases(count: number, use: (name: string) => string): string {
  const lines = Array.from({ length: count }, (_, index) => `a${index + 1}: &a${index + 1} ${use(`a${index}`)}`);
  return ['a0: &a0 [1]', ...lines].join('\n');
}

function manyKeys(count: number, value: string): string {
  return Array.from({ length: count }, (_, index) => `k${index}: ${value}`).join('\n');
}

for (const [name, file, text, code] of cases) {
  test(`${name} is refused, in bounded time`, () => {
    const connector = load(text(), file);
    assert.equal(codes(connector), [code]);
    assert.is(connector.openapi, undefined);
  });
}

test('aliases that stay small are welcome', () => {
  const connector = load('swagger: "2.0"\nx-a: &a {b: [1]}\nx-c: *a\n');
  assert.equal(connector.openapi?.value['x-c'], { b: [1] });
  assert.equal(codes(connector), []);
});

test('a reserved key reaches no prototype', () => {
  for (const [name, text] of [
    ['openapi.json', '{"__proto__": {"swagger": "2.0"}}'],
    ['openapi.yaml', '__proto__: {swagger: "2.0"}'],
  ] as const) {
    assert.equal(codes(load(text, name)), ['file/reserved-key']);
  }
  assert.is(({} as { swagger?: string }).swagger, undefined);
});

test('a definition is told when it comes near its limit', () => {
  const padded = (bytes: number): string => `{"swagger":"2.0","x-padding":"${'y'.repeat(bytes - 32)}"}`;
  assert.is(padded(1000).length, 1000);
  assert.equal(codes(load(padded(800 * 1024), 'openapi.json')), []);
  assert.equal(codes(load(padded(800 * 1024 + 1), 'openapi.json')), ['file/definition-nearly-too-large']);
  assert.equal(codes(load(padded(1024 * 1024), 'openapi.json')), ['file/definition-nearly-too-large']);
  assert.equal(codes(load(padded(1024 * 1024 + 1), 'openapi.json')), ['file/definition-too-large']);
});

test('ten megabytes are read', () => {
  const paths = Array.from(
    { length: 60_000 },
    (_, index) => `"/path/${index}":{"get":{"operationId":"Operation${index}","x":"${'y'.repeat(120)}"}}`,
  );
  const connector = load(`{"swagger":"2.0","paths":{${paths.join(',')}}}`, 'openapi.json');
  assert.equal(codes(connector), ['file/definition-too-large']);
  const place = createLocator(connector.texts)({ file: 'aa/openapi.json', pointer: '/paths/~1path~159999/get' });
  assert.is(place.start.line, 1);
});

const file = fc.constantFrom(
  'openapi.yaml',
  'openapi.json',
  'apiDefinition.swagger.json',
  'connector.yaml',
  'apiProperties.json',
  'readme.md',
);
const content = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'{}[],:"\'&*-?|>#!% \n\t\\ab10'.split('')) }),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.jsonValue().map((value) => `{"swagger":"2.0","paths":${JSON.stringify(value)}}`),
);

test('whatever bytes a folder holds, there is a connector, or a word on why there is none, and every place is in its file', () => {
  fc.assert(
    fc.property(fc.dictionary(file, content), (files) => {
      const tree = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`a/b/${name}`, bytes]));
      const { connectors } = loadTree(memoryTree({ ...tree, 'a/good/openapi.yaml': 'swagger: "2.0"\n' }), ['']);
      assert.is(connectors.length, Object.keys(files).length === 0 ? 1 : 2);
      for (const connector of connectors) {
        if (connector.openapi === undefined || connector.properties === undefined)
          assert.ok(connector.findings.length > 0);
        const locate = createLocator(connector.texts);
        for (const { at } of connector.findings) assert.ok('file' in at && locate(at).start.line >= 1);
      }
    }),
    { numRuns: 500 },
  );
});

test.run();
