import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../src/domain/change.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/domain/json.ts';
import { pointerOfReference } from '../../src/domain/operation.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { connectorOf } from './connector-of.ts';
import { openApi2 } from './openapi-2-arbitrary.ts';

const test = suite('diff/laws');

const diff = (before: JsonObject, after: JsonObject): Change[] =>
  diffConnectors(connectorOf({ openapi: before }), connectorOf({ openapi: after }));

/** The document with every object rewritten from below. */
function mapObjects(value: Json, change: (object: JsonObject) => Json): Json {
  if (isArray(value)) return value.map((entry) => mapObjects(entry, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapObjects(inner, change)])));
}

const reversed = (document: JsonObject): JsonObject =>
  mapObjects(document, (object) => Object.fromEntries(Object.entries(object).reverse())) as JsonObject;

/** References replaced by what they name, three levels deep: recursive ones stay below that. */
function inlined(document: JsonObject, depth = 3): JsonObject {
  const once = mapObjects(document, (object) => {
    const reference = object['$ref'];
    const target = typeof reference === 'string' ? valueAt(document, pointerOfReference(reference) ?? '/') : undefined;
    return target ?? object;
  }) as JsonObject;
  return depth === 0 ? document : inlined({ ...once, definitions: document['definitions'] ?? {} }, depth - 1);
}

/** Every schema that stands in a list of fields moved to a definition of its own. */
function extracted(document: JsonObject): JsonObject {
  const definitions: Record<string, Json> = { ...(document['definitions'] as JsonObject) };
  let count = 0;
  const moved = mapObjects({ ...document, definitions: {} }, (object) => {
    if (object['properties'] === undefined && object['items'] === undefined) return object;
    if (object['in'] !== undefined) return object;
    count += 1;
    definitions[`Moved ${count}`] = object;
    return { $ref: `#/definitions/Moved%20${count}` };
  }) as JsonObject;
  return { ...moved, definitions };
}

/** Parameters of the first operation of each path that no other operation has are moved to the path. */
function hoisted(document: JsonObject): JsonObject {
  const paths = Object.entries(document['paths'] as JsonObject).map(([path, item]) => {
    const verbs = Object.entries(item as JsonObject);
    const [first] = verbs;
    if (first === undefined || verbs.length > 1) return [path, item];
    const [verb, operation] = first;
    const { parameters = [], ...rest } = operation as JsonObject;
    return [path, { parameters, [verb]: rest }];
  });
  return { ...document, paths: Object.fromEntries(paths) as JsonObject };
}

/** A schema in an `allOf` of its own. */
const wrapped = (document: JsonObject): JsonObject =>
  mapObjects(document, (object) => (object['properties'] === undefined ? object : { allOf: [object] })) as JsonObject;

const REWRITES: readonly (readonly [string, (document: JsonObject) => JsonObject])[] = [
  ['the same document', (document) => structuredClone(document)],
  ['definitions written out', inlined],
  ['definitions made', extracted],
  ['parameters at the path', hoisted],
  ['schemas in allOf', wrapped],
  [
    'empty visibilities',
    (document) =>
      mapObjects(document, (object) =>
        object['type'] === undefined || object['x-ms-visibility'] !== undefined
          ? object
          : { ...object, 'x-ms-visibility': '' },
      ) as JsonObject,
  ],
];

for (const [name, rewrite] of REWRITES)
  test(`no change: ${name}`, () => {
    fc.assert(
      fc.property(openApi2, (document) => {
        assert.equal(diff(document, rewrite(document)), []);
        assert.equal(diff(rewrite(document), document), []);
      }),
      { numRuns: 200 },
    );
  });

test('another order of keys is a change of display, and no more', () => {
  fc.assert(
    fc.property(openApi2, (document) => {
      const kinds = new Set(diff(document, reversed(document)).map(({ kind }) => kind));
      assert.equal(
        [...kinds].filter((kind) => kind !== 'display-order-changed'),
        [],
      );
    }),
    { numRuns: 200 },
  );
});

const RENAMED = /^(operation-id|parameter|(input|output|notification)-field)-renamed$/;

test('what is renamed one way is renamed the other way', () => {
  const renames = (changes: readonly Change[]): string[] =>
    changes.filter(({ kind }) => RENAMED.test(kind)).map(({ kind, operations = [] }) => `${kind} ${operations.length}`);
  fc.assert(
    fc.property(openApi2, openApi2, (one, two) => {
      assert.equal(renames(diff(one, two)).sort(), renames(diff(two, one)).sort());
    }),
    { numRuns: 500 },
  );
});

/** What came, or went, by its place in the document that has it. */
const moves = (changes: readonly Change[], kinds: RegExp): string[] =>
  changes
    .filter(({ kind }) => kinds.test(kind))
    .map(
      ({ kind, operationId, operations = [operationId], pointer }) =>
        `${kind.split('-')[kind.startsWith('required') || kind.startsWith('optional') ? 1 : 0]} ${operations
          .map(String)
          .toSorted((left, right) => (left < right ? -1 : 1))
          .join()} ${pointer}`,
    )
    .sort();

const ADDED = /^(operation-added|(required-|optional-)parameter-added|(input|output)-field-(required-)?added)/;
const REMOVED = /^(operation|parameter|input-field|output-field)-removed$/;

test('what one direction adds, the other removes', () => {
  fc.assert(
    fc.property(openApi2, openApi2, (one, two) => {
      assert.equal(moves(diff(one, two), ADDED), moves(diff(two, one), REMOVED));
    }),
    { numRuns: 500 },
  );
});

test('every change has a place, and a fingerprint of its own', () => {
  fc.assert(
    fc.property(openApi2, openApi2, (one, two) => {
      const changes = diff(one, two);
      for (const { pointer, removed, message } of changes)
        assert.is.not(valueAt(removed ? one : two, pointer), undefined, `${message}: ${pointer}`);
      assert.is(new Set(changes.map(({ fingerprint }) => fingerprint)).size, changes.length);
      assert.equal(diff(one, two), changes);
    }),
    { numRuns: 300 },
  );
});

test('no JSON makes it throw', () => {
  const json = fc.jsonValue() as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(openApi2, json, json, fc.nat(60), (document, one, two, at) => {
      let left = at;
      const damaged = mapObjects(document, (object) => (--left === 0 ? one : object));
      const properties = { connectionParameters: one, connectionParameterSets: two, policyTemplateInstances: one };
      const before = connectorOf({ openapi: document, properties: {} });
      diffConnectors(before, connectorOf({ openapi: isObject(damaged) ? damaged : {}, properties }));
      diffConnectors(connectorOf({ openapi: { paths: one, security: two, info: two }, properties }), before);
    }),
    { numRuns: 500 },
  );
});

const deep = (depth: number, leaf: JsonObject): JsonObject => {
  let schema = leaf;
  for (let level = 0; level < depth; level += 1) schema = { type: 'object', properties: { a: schema } };
  return schema;
};

const returning = (schema: JsonObject, definitions: JsonObject = {}): JsonObject => ({
  paths: { '/a': { get: { operationId: 'Get', responses: { 200: { description: 'OK', schema } } } } },
  definitions,
});

test('a change 10,000 levels deep is found', () => {
  const changes = diff(returning(deep(10_000, { type: 'string' })), returning(deep(10_000, { type: 'integer' })));
  assert.equal(
    changes.map(({ kind }) => kind),
    ['output-field-type-changed'],
  );
  assert.ok((changes[0]?.message.length ?? 0) < 300);
});

test('a default 10,000 levels deep, and an allOf as deep, end', () => {
  let value: Json = 1;
  let all: JsonObject = { type: 'string' };
  for (let level = 0; level < 10_000; level += 1) {
    value = [value];
    all = { allOf: [all] };
  }
  const before = returning({ type: 'object', properties: { a: { default: value }, b: all } });
  const after = returning({ type: 'object', properties: { a: { default: [value] }, b: { type: 'string' } } });
  assert.equal(
    diff(before, after).map(({ kind }) => kind),
    ['detail-changed'],
  );
});

test('definitions that multiply and name each other end', () => {
  const definitions: Record<string, JsonObject> = {};
  for (let level = 0; level < 60; level += 1) {
    const next = { $ref: `#/definitions/D${(level + 1) % 60}` };
    definitions[`D${level}`] = { type: 'object', properties: { a: next, b: next }, allOf: [next, next] };
  }
  const before = returning({ $ref: '#/definitions/D0' }, definitions);
  const after = returning({ $ref: '#/definitions/D0' }, { ...definitions, D7: { type: 'string' } });
  assert.equal(diff(before, structuredClone(before)), []);
  assert.ok(diff(before, after).length > 0);
});

test('names that JavaScript knows are names like others', () => {
  const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "string"}}') as JsonObject;
  const changes = diff(returning({ type: 'object' }), returning({ type: 'object', properties }));
  assert.equal(
    changes.map(({ message }) => message),
    ['Output field "__proto__" of "Get" is added', 'Output field "constructor" of "Get" is added'],
  );
});

test.run();
