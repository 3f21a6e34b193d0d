import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { dynamicCallsOf } from '../../src/rules/facts/dynamic-calls.ts';
import { sizeOf } from '../../src/rules/facts/expanded-size.ts';
import { meantExtension } from '../../src/rules/facts/extension-names.ts';
import { resolveCall } from '../../src/rules/facts/resolved-call.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { subjectOf } from '../../src/rules/subject.ts';
import { connectorOf, documentOf, operationOf } from './connector-of.ts';

const many = <Value extends Json>(length: number, entry: (index: number) => [string, Value]): Record<string, Value> =>
  Object.fromEntries(Array.from({ length }, (_, index) => entry(index)));

const inBody = (schema: JsonObject): JsonObject => ({ parameters: [{ name: 'pet', in: 'body', schema }] });
const lookup = (parameters: JsonObject): JsonObject => ({ operationId: 'List', parameters });

const DEFINITIONS: JsonObject = {
  Pet: {
    required: ['home', 'mother'],
    properties: {
      home: { allOf: [{ $ref: '#/definitions/Home' }, { type: 'object', properties: { floor: { type: 'integer' } } }] },
      mother: { $ref: '#/definitions/Pet' },
      free: { type: 'object' },
      tags: { type: 'array', items: { type: 'string' } },
      lost: { $ref: '#/definitions/Missing' },
    },
  },
  Home: { required: ['city'], properties: { city: { type: 'string' }, street: { 'x-ms-visibility': 'internal' } } },
  Round: { allOf: [{ $ref: '#/definitions/Round' }] },
};

/** What each operation that makes the call gives for a name. */
function givenFor(
  name: string,
  definitions: JsonObject = DEFINITIONS,
  body: JsonObject = { $ref: '#/definitions/Pet' },
) {
  const holder = { 'x-ms-dynamic-list': lookup({ x: { parameterReference: name } }) };
  const document = documentOf({
    definitions: { ...definitions, Choice: { properties: { breed: holder } } },
    paths: {
      '/list': { get: operationOf('List', { parameters: [{ name: 'x', in: 'query', type: 'string' }] }) },
      '/pets': {
        post: operationOf('Add', {
          ...inBody(body),
          responses: { '200': { description: 'Done', schema: { $ref: '#/definitions/Choice' } } },
        }),
      },
    },
  });
  const [call] = dynamicCallsOf({ value: holder, pointer: '/definitions/Choice/properties/breed' })!;
  const [passed] = resolveCall(call!, subjectOf(connectorOf(document))).passed;
  return passed!.reference!.givers.map(({ operation, found }) => [operation.id, found] as const);
}

const kindsOf = (name: string): readonly string[] => givenFor(name).map(([id, { kind }]) => `${id} ${kind}`);

const test = suite('rules/dynamic-calls');

for (const [name, kind] of [
  ['pet', 'found'],
  ['home', 'found'],
  ['home/city', 'found'],
  ['pet/home/city', 'found'],
  ['pet/home/floor', 'found'],
  ['pet/mother/mother/home/city', 'found'],
  ['pet/home/town', 'missing'],
  ['pet.home', 'missing'],
  ['city', 'missing'],
  ['', 'missing'],
  ['constructor', 'missing'],
  ['pet/__proto__', 'missing'],
  ['pet/free/any/thing', 'open'],
  ['pet/tags/0', 'open'],
  ['pet/lost/any', 'lost'],
]) {
  test(`${JSON.stringify(name)} of a body is ${kind}`, () => assert.equal(kindsOf(name!), [`Add ${kind}`]));
}

test('a property is required when all that hold it are, and hidden when one of them is', () => {
  const inputOf = (name: string) => {
    const [[, found] = []] = givenFor(name);
    return found?.kind === 'found' ? found.input : undefined;
  };
  assert.is(inputOf('pet/home/city')?.isRequired, true);
  assert.is(inputOf('pet/home/floor')?.isRequired, false);
  assert.is(inputOf('pet/home/street')?.isInternal, true);
});

test('a way through circles ends', () => {
  assert.equal(
    givenFor('a/b', DEFINITIONS, { $ref: '#/definitions/Round' }).map(([, { kind }]) => kind),
    ['lost'],
  );
  const long = Array.from({ length: 100_000 }, () => 'mother').join('/');
  assert.equal(kindsOf(long), ['Add open']);
});

test('a misspelt extension is recognised, and one of another tool left alone', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    'x-ms-visibilty': 'x-ms-visibility',
    'x-ms-summmary': 'x-ms-summary',
    'x-ms-sumamry': 'x-ms-summary',
    'x-ms-summary title': 'x-ms-summary',
    'x-ms-summary:': 'x-ms-summary',
    'x-ms-Summary': 'x-ms-summary',
    'x-summary': 'x-ms-summary',
    'x-ms-enum': undefined,
    'x-example': undefined,
    'x-': undefined,
  };
  for (const [key, meant] of Object.entries(cases)) assert.is(meantExtension(key), meant, key);
});

test('schemas are counted by each use, and a circle once', () => {
  const document = documentOf({
    definitions: {
      Leaf: { type: 'string' },
      Pair: { properties: { a: { $ref: '#/definitions/Leaf' }, b: { $ref: '#/definitions/Leaf' } } },
      Loop: { items: { $ref: '#/definitions/Loop' } },
    },
  });
  const countOf = (schema: Json | undefined): number => sizeOf(document, schema).count;
  assert.is(countOf({ $ref: '#/definitions/Pair' }), 3);
  assert.is(countOf({ properties: { a: { $ref: '#/definitions/Pair' }, b: { $ref: '#/definitions/Pair' } } }), 7);
  assert.is(countOf({ $ref: '#/definitions/Loop' }), 1);
  assert.is(countOf(undefined), 0);
});

// Each of these costs too much when one of the bounds is missing.
const HUGE: Readonly<Record<string, () => JsonObject>> = {
  'many values passed from an operation of many parameters': () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `p${index}`);
    const parameters = names.map((name) => ({ name, in: 'query', type: 'string' }));
    const passed = Object.fromEntries(names.map((name) => [name, { parameter: name }]));
    const caller = { name: 'c', in: 'query', type: 'string', 'x-ms-dynamic-values': lookup(passed) };
    return documentOf({
      paths: {
        '/l': { get: operationOf('List', { parameters }) },
        '/c': { get: operationOf('Call', { parameters: [...parameters, caller] }) },
      },
    });
  },
  'calls in definitions that everything uses': () =>
    documentOf({
      definitions: many(2000, (i) => [
        `D${i}`,
        {
          $ref: `#/definitions/D${i + 1}`,
          properties: { a: { 'x-ms-dynamic-list': lookup({ x: { parameterReference: 'a/b' } }) } },
        },
      ]),
      paths: many(1000, (i) => [
        `/p${i}`,
        { post: operationOf(i === 0 ? 'List' : `o${i}`, inBody({ $ref: '#/definitions/D0' })) },
      ]),
    }),
  'a wide "allOf" that goes around': () =>
    documentOf({
      definitions: { A: { allOf: Array.from({ length: 5000 }, () => ({ $ref: '#/definitions/A' })) } },
      paths: many(500, (i) => [
        `/p${i}`,
        {
          post: operationOf(i === 0 ? 'List' : `o${i}`, {
            parameters: [
              { name: 'pet', in: 'body', schema: { $ref: '#/definitions/A' } },
              {
                name: 'q',
                in: 'query',
                type: 'string',
                'x-ms-dynamic-list': lookup({ x: { parameterReference: 'a/b/c' } }),
              },
            ],
          }),
        },
      ]),
    }),
  'many extensions that nobody knows': () =>
    documentOf({
      definitions: many(20_000, (i) => [`D${i}`, { [`x-ms-visibilit${i}`]: 1, [`x-ms-${'a'.repeat(i % 90)}`]: 1 }]),
    }),
};

for (const [name, make] of Object.entries(HUGE)) {
  test(`${name} are judged`, () => assert.ok(checkConnectors([connectorOf(make())], () => 'strict').length >= 0));
}

test.run();
