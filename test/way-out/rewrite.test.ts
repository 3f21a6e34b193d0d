import fc from 'fast-check';
import { dump } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json } from '../../src/domain/json.ts';
import { sourceDocument } from '../../src/fix/source-document.ts';
import type { Origins } from '../../src/way-out/origin.ts';
import { rewrite } from '../../src/way-out/rewrite.ts';

const test = suite('way-out/rewrite');

const YAML = `# The pets
paths:
  # All of them
  /pets:
    get:   # paging is broken
      operationId: 'ListPets'
      tags: [a, b]
      parameters:
        - name: q   # words
          in: query
        - {name: n, in: query}
  /last: {get: {operationId: Last}}
x-end: 1
`;

const yaml = (desired: Json, origins?: Origins): string | undefined =>
  rewrite(sourceDocument('a.yaml', YAML), desired, origins);
const value = (): any => sourceDocument('a.yaml', YAML).value(); // oxlint-disable-line typescript/no-explicit-any

test('the same value leaves the text alone', () => {
  assert.is(yaml(value()), YAML);
});

const LIST = `parameters:
  # The words
  - name: q
    in: query
  # How many
  - name: n # at most 100
    in: query

  # Which page
  - {name: p, in: query}
tags: [one, two, three] # of the group
`;

// oxlint-disable-next-line typescript/no-explicit-any
const list = (change: (value: any) => void): string | undefined => {
  const document = sourceDocument('a.yaml', LIST);
  const desired = structuredClone(document.value());
  change(desired);
  return rewrite(document, desired!);
};

test('elements that name themselves keep their comments when others come and go', () => {
  const added = list((value) => {
    value.parameters.splice(1, 0, { name: 'new', in: 'query' });
    value.tags.unshift('zero');
  });
  assert.is(
    added,
    LIST.replace('  # How many', '  - name: new\n    in: query\n  # How many').replace('[one', '[zero, one'),
  );
  const gone = list((value) => {
    value.parameters.splice(0, 1);
    value.tags.splice(1, 1);
  });
  assert.is(gone, LIST.replace('  - name: q\n    in: query\n', '').replace('two, ', ''));
  const both = list((value) => {
    value.parameters.splice(0, 1);
    value.parameters[0].description = 'How many';
    value.parameters.push({ name: 'z', in: 'query' });
  });
  assert.match(both!, '  - name: n # at most 100\n    in: query\n    description: How many\n\n  # Which page\n');
  assert.match(both!, '  - {name: p, in: query}\n  - name: z\n    in: query\ntags');
});

test('members come where they belong, in the style of their neighbours, and comments stay', () => {
  const desired = value();
  const { get } = desired.paths['/pets'];
  desired.paths = {
    '/first': { get: { operationId: 'First' } },
    '/pets': { get: { ...get, operationId: 'AllPets', deprecated: true, tags: ['a', 'b', 'c'] } },
    '/last': { get: { operationId: 'Last', responses: { '200': { description: 'x: y' } } } },
  };
  desired.paths['/pets'].get.parameters = [{ name: 'q', in: 'header' }, ...get.parameters.slice(1), { $ref: '#/a' }];
  assert.is(
    yaml(desired),
    `# The pets
paths:
  /first:
    get:
      operationId: First
  # All of them
  /pets:
    get:   # paging is broken
      operationId: 'AllPets'
      tags: [a, b, c]
      parameters:
        - name: q   # words
          in: header
        - {name: n, in: query}
        - $ref: "#/a"
      deprecated: true
  /last: {get: {operationId: Last, responses: {"200": {description: "x: y"}}}}
x-end: 1
`,
  );
});

test('a comment stays above its member when another becomes the first', () => {
  const TEXT = `# yaml-language-server: $schema=../connector.schema.json
# Who answers for it.
# Ask Kim.
publisher: Contoso
connection:
  # What a maker enters.
  parameters: {}
list:
  - # Of the list
    # the first
    name: a
`;
  const desired = {
    labels: ['a'],
    publisher: 'Contoso',
    connection: { sets: [], parameters: {} },
    list: [{ in: 'b', name: 'a' }],
  };
  for (const lineBreak of ['\n', '\r\n']) {
    assert.is(
      rewrite(sourceDocument('a.yaml', TEXT.replaceAll('\n', lineBreak)), desired),
      `# yaml-language-server: $schema=../connector.schema.json
labels:
  - a
# Who answers for it.
# Ask Kim.
publisher: Contoso
connection:
  sets: []
  # What a maker enters.
  parameters: {}
list:
  - # Of the list
    in: b
    # the first
    name: a
`.replaceAll('\n', lineBreak),
    );
  }
});

test('what moves keeps its text and its comments', () => {
  const desired = value();
  const { get } = desired.paths['/pets'];
  desired.paths = { '/pets': { get: { operationId: 'Old' } }, '/v2/pets': { get }, '/last': desired.paths['/last'] };
  const document = sourceDocument('a.yaml', YAML);
  const base = sourceDocument('base.yaml', 'get: # as it was\n  operationId: Old\n');
  const origins: Origins = new Map([
    ['/paths/~1pets/get', { document: base, pointer: '/get' }],
    ['/paths/~1v2~1pets/get', { document, pointer: '/paths/~1pets/get' }],
    ['/paths/~1v2~1pets', { document, pointer: '/paths/~1pets' }],
  ]);
  assert.is(
    rewrite(document, desired, origins),
    `# The pets
paths:
  # All of them
  /pets:
    get:   # paging is broken
      operationId: Old
  /v2/pets:
    get:   # paging is broken
      operationId: 'ListPets'
      tags: [a, b]
      parameters:
        - name: q   # words
          in: query
        - {name: n, in: query}
  /last: {get: {operationId: Last}}
x-end: 1
`,
  );
});

test('members go with their lines, or their commas', () => {
  const desired = value();
  delete desired.paths['/pets'].get.tags;
  delete desired.paths['/pets'].get.parameters;
  delete desired['x-end'];
  assert.is(
    yaml(desired),
    `# The pets
paths:
  # All of them
  /pets:
    get:   # paging is broken
      operationId: 'ListPets'
  /last: {get: {operationId: Last}}
`,
  );
  const json = (text: string, want: Json): string | undefined => rewrite(sourceDocument('a.json', text), want);
  assert.is(json('{"a": 1, "b": 2, "c": 3}', { a: 1 }), '{"a": 1}');
  assert.is(json('{"a": 1, "b": 2, "c": 3}', { c: 3 }), '{"c": 3}');
  assert.is(
    json('{\n\t"a": 1,\n\t"b": 2\n}\n', { z: [1], b: 2, y: {} }),
    '{\n\t"z": [\n\t\t1\n\t],\n\t"b": 2,\n\t"y": {}\n}\n',
  );
  assert.is(json('{"a":[1,2]}', { a: [1, 2, { b: 3 }], c: 1 }), '{"a":[1,2,{"b":3}],"c":1}');
});

test('line ends stay as they are', () => {
  const text = YAML.replaceAll('\n', '\r\n');
  const result = rewrite(sourceDocument('a.yaml', text), { ...value(), more: { a: [1] } });
  assert.is(result, `${text}more:\r\n  a:\r\n    - 1\r\n`);
});

test('what an alias stands for is not edited where it is written', () => {
  const text = 'a: &x {b: 1}\nc: *x\n';
  assert.is(rewrite(sourceDocument('a.yaml', text), { a: { b: 1 }, c: { b: 2 } }), 'a: &x {b: 1}\nc:\n  b: 2\n');
});

// Keys and texts that are hard to write, and lists and objects of them.
const hardText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'yes',
    '',
    'a: b',
    '# no',
    '- x',
    '2020-01-01',
    '1e3',
    '~',
    '|',
    '"',
    "it's",
    'a\nb\n',
    ' a ',
    '*x',
    '&x',
    '{a}',
    '/p/{id}',
    '200',
  ),
);
const document = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    hardText,
    fc.constantFrom<Json>(null, true, 0, -1.5),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      hardText.filter((key) => key !== '__proto__'),
      tie('tree'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).tree;
const root = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd e', '/p'), document, {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});

for (const [name, write] of [
  ['a.json', (one: Json) => JSON.stringify(one, null, 2)],
  ['b.json', (one: Json) => JSON.stringify(one)],
  ['c.yaml', (one: Json) => dump(one, { lineWidth: -1 })],
  ['d.yaml', (one: Json) => dump(one, { flowLevel: 2 })],
  ['e.yaml', (one: Json) => dump(one, { indent: 4 }).replaceAll('\n', '\r\n')],
] as const) {
  test(`any value can be written over any other: ${name}`, () => {
    let missed = 0;
    fc.assert(
      fc.property(root, root, (before, after) => {
        const source = sourceDocument(name, write(before));
        if (JSON.stringify(source.value()) !== JSON.stringify(before)) return;
        const text = rewrite(source, after);
        if (text === undefined) missed += 1;
        else assert.equal(sourceDocument(name, text).value(), after);
      }),
      { numRuns: 300 },
    );
    assert.ok(missed < 15, `${missed} of 300 could not be written`);
  });
}

test.run();
