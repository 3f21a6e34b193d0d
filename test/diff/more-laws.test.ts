import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../src/domain/change.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { connectorOf } from './connector-of.ts';
import { openApi2 } from './openapi-2-arbitrary.ts';

// The laws of what is said how often, and of the connection.

const test = suite('diff/more-laws');

interface Parts {
  readonly openapi?: JsonObject;
  readonly properties?: JsonObject;
}

const diff = (before: Parts, after: Parts): Change[] => diffConnectors(connectorOf(before), connectorOf(after));

/** The document with so many more operations, which one function of their number writes. */
const withOperations = (document: JsonObject, count: number, operation: (index: number) => JsonObject): JsonObject => ({
  ...document,
  paths: {
    ...(document['paths'] as JsonObject),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/more/${index}`,
        { get: { operationId: `More${index}`, responses: { '200': { description: 'OK' } }, ...operation(index) } },
      ]),
    ),
  },
});

const result = (schema: JsonObject): JsonObject => ({ responses: { '200': { description: 'OK', schema } } });
const holding = (fields: JsonObject): JsonObject => ({
  type: 'object',
  properties: { kept: { type: 'string' }, ...fields },
});

/** A change to what several operations have: as the definitions, parameters and answers of a document say it, or each operation itself. */
interface Shared {
  readonly kind: string;
  readonly key: 'definitions' | 'parameters' | 'responses';
  readonly from: JsonObject;
  readonly to: JsonObject;
  readonly operation: (shared: JsonObject) => JsonObject;
}

const QUERY = { name: 'probe', in: 'query', type: 'string' };
const SHARED: readonly Shared[] = [
  {
    kind: 'output-field-removed',
    key: 'definitions',
    from: holding({ gone: { type: 'integer' } }),
    to: holding({}),
    operation: result,
  },
  {
    kind: 'input-field-type-changed',
    key: 'definitions',
    from: holding({ typed: { type: 'integer' } }),
    to: holding({ typed: { type: 'string' } }),
    operation: (schema) => ({ parameters: [{ name: 'body', in: 'body', schema }] }),
  },
  {
    kind: 'parameter-enum-added',
    key: 'parameters',
    from: QUERY,
    to: { ...QUERY, enum: ['a'] },
    operation: (parameter) => ({ parameters: [parameter] }),
  },
  {
    kind: 'output-field-added',
    key: 'responses',
    from: { description: 'OK', schema: holding({}) },
    to: { description: 'OK', schema: holding({ fresh: { type: 'boolean' } }) },
    operation: (response) => ({ responses: { '200': response } }),
  },
];

const shared = fc.constantFrom(...SHARED);
const reaches = ({ operationId = '', operations = [operationId] }: Change): readonly string[] => operations;
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `More${index}`);

test('a change to what k operations share is said once, with the k', () => {
  fc.assert(
    fc.property(
      openApi2,
      shared,
      fc.integer({ min: 1, max: 6 }),
      (document, { kind, key, from, to, operation }, count) => {
        const side = (value: JsonObject): JsonObject => {
          const reference = { $ref: `#/${key}/Probe` };
          const written = withOperations(document, count, () => operation(reference));
          return { ...written, [key]: { ...(document[key] as JsonObject | undefined), Probe: value } };
        };
        const changes = diff({ openapi: side(from) }, { openapi: side(to) });
        assert.equal(
          changes.map((change) => [change.kind, [...reaches(change)].sort((one, two) => (one < two ? -1 : 1))]),
          [[kind, ids(count)]],
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('a change that is made in k operations is said k times', () => {
  fc.assert(
    fc.property(openApi2, shared, fc.integer({ min: 1, max: 6 }), (document, { kind, from, to, operation }, count) => {
      const side = (value: JsonObject): JsonObject =>
        withOperations(document, count, () => operation(structuredClone(value)));
      const changes = diff({ openapi: side(from) }, { openapi: side(to) });
      assert.equal(
        changes.map((change) => [change.kind, ...reaches(change)]),
        ids(count).map((id) => [kind, id]),
      );
    }),
    { numRuns: 200 },
  );
});

test('a change in k fields is said k times, and those that stay are not', () => {
  const types = fc.array(fc.tuple(fc.constantFrom('integer', 'boolean'), fc.boolean()), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(openApi2, types, (document, fields) => {
      const side = (changed: boolean): JsonObject =>
        withOperations(document, 1, () =>
          result(
            holding(
              Object.fromEntries(
                fields.map(([type, moves], index) => [`f${index}`, { type: changed && moves ? 'string' : type }]),
              ),
            ),
          ),
        );
      const changes = diff({ openapi: side(false) }, { openapi: side(true) });
      assert.equal(
        changes.map(({ kind }) => kind),
        fields.filter(([, moves]) => moves).map(() => 'output-field-type-changed'),
      );
    }),
    { numRuns: 200 },
  );
});

const connectionParameter: fc.Arbitrary<Json> = fc
  .record({
    type: fc.constantFrom('string', 'securestring', 'int', 'oauthSetting'),
    required: fc.constantFrom('true', 'false', undefined),
    displayName: fc.constantFrom('One', 'Two'),
  })
  .map(({ type, required, displayName }) => ({
    type,
    uiDefinition: { displayName, constraints: required === undefined ? {} : { required } },
  }));

const parameters = fc.dictionary(fc.constantFrom('key', 'site', 'username', 'password', 'token'), connectionParameter, {
  maxKeys: 3,
  noNullPrototype: true,
});

const properties: fc.Arbitrary<JsonObject> = fc
  .record({
    connectionParameters: parameters,
    sets: fc.uniqueArray(fc.tuple(fc.constantFrom('one', 'two', 'three'), parameters), {
      maxLength: 2,
      selector: ([name]) => name,
    }),
    policies: fc.uniqueArray(fc.tuple(fc.constantFrom('setheader', 'routerequest'), fc.constantFrom('a', 'b')), {
      maxLength: 3,
      selector: (policy) => policy.join(),
    }),
    publisher: fc.constantFrom('One', 'Two'),
  })
  .map(({ connectionParameters, sets, policies, publisher }) => ({
    connectionParameters,
    connectionParameterSets: { values: sets.map(([name, own]) => ({ name, parameters: own })) },
    policyTemplateInstances: policies.map(([templateId, value]) => ({
      templateId,
      title: 'Probe',
      parameters: { value },
    })),
    publisher,
  }));

test('a connection is the same as itself', () => {
  fc.assert(
    fc.property(properties, (one) => {
      assert.equal(diff({ properties: one }, { properties: structuredClone(one) }), []);
    }),
  );
});

/** What came, or went, by its place in the version that has it. */
const moves = (changes: readonly Change[], kinds: RegExp): string[] =>
  changes
    .filter(({ kind }) => kinds.test(kind))
    .map(({ pointer }) => pointer)
    .sort();

test('what one direction adds to a connection, the other removes', () => {
  fc.assert(
    fc.property(properties, properties, (one, two) => {
      const [there, back] = [
        diff({ properties: one }, { properties: two }),
        diff({ properties: two }, { properties: one }),
      ];
      const ADDED = /^((required|optional)-connection-parameter|policy)-added$/;
      assert.equal(moves(there, ADDED), moves(back, /^(connection-parameter|policy)-removed$/));
      // The first choices may come in place of the parameters, which is a change of its own.
      if (!there.some(({ kind }) => kind === 'connection-parameter-sets-introduced'))
        assert.equal(moves(there, /-set-added$/), moves(back, /-set-removed$/));
      assert.equal(moves(there, /-renamed$/).length, moves(back, /-renamed$/).length);
    }),
    { numRuns: 500 },
  );
});

test('what one direction adds to a notification, the other removes', () => {
  const fields = fc.dictionary(fc.constantFrom('id', 'name', 'when'), fc.constantFrom('string', 'integer'), {
    noNullPrototype: true,
  });
  const hooked = (types: Record<string, string>): Parts => {
    const own = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
    const operation = { operationId: 'When', 'x-ms-trigger': 'single', responses: { '201': { description: 'OK' } } };
    const item = { 'x-ms-notification-content': { schema: holding(own) }, post: operation };
    return { openapi: { paths: { '/hooks': item } } };
  };
  fc.assert(
    fc.property(fields, fields, (one, two) => {
      const [there, back] = [diff(hooked(one), hooked(two)), diff(hooked(two), hooked(one))];
      assert.equal(moves(there, /^notification-field-added$/), moves(back, /^notification-field-removed$/));
      assert.equal(moves(back, /^notification-field-added$/), moves(there, /^notification-field-removed$/));
    }),
  );
});

test.run();
