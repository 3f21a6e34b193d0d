import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  apiPropertiesFromNative,
  nativeFromApiProperties,
  nativeFromProperties,
  propertiesFromNative,
} from '../../src/convert/native.ts';
import { entriesOf, isObject, member, type Json, type JsonObject } from '../../src/domain/json.ts';
import { child, parentOf, valueAt } from '../../src/domain/pointer.ts';
import type { SchemaProblem } from '../../src/schema/schema-problem.ts';
import { validateAgainst } from '../../src/schema/validate-against.ts';

const test = suite('convert/native-laws');

// Any value, half of the time in place of the one that belongs there: files hold everything.
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const odd = (arbitrary: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: json });

const KEYS = [
  'a',
  'extra',
  'value',
  'secretRef',
  'uiDefinition',
  'type',
  '__proto__',
  'constructor',
  '7',
  'a/b~c',
  'x-ms-apimTemplateParameter.',
];
const name = fc.oneof(fc.constantFrom(...KEYS), fc.string());
const text = fc.oneof(fc.constantFrom<Json>('true', 'false', 'string', ''), fc.string());
const secret = fc.oneof(
  fc.constantFrom<Json>({ secretRef: 'A_1' }, { secretRef: 'lower' }, { secretRef: 1 }, { secretRef: 'A', b: 1 }, null),
  text,
);

/** Some of the named keys, in any order, and at times a key that nobody knows. */
function object(shape: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<Json> {
  const known = Object.entries(shape).map(([key, value]) => fc.tuple(fc.constant(key), odd(value)));
  const unknown = fc.tuple(name, json);
  return fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: unknown }), { maxLength: 6 })
    .map(entries);
}

const map = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.array(fc.tuple(name, odd(value)), { maxLength: 4 }).map(entries);
const list = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.array(odd(value), { maxLength: 3 });
const entries = (pairs: readonly (readonly [string, Json])[]): Json => Object.fromEntries(pairs);
const bool = fc.boolean() as fc.Arbitrary<Json>;

const shown = { displayName: text, description: text };
const constraints = object({
  required: fc.oneof(text, bool),
  hidden: fc.oneof(text, bool),
  clearText: bool,
  tabIndex: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  allowedValues: list(object({ text, value: text })),
  capability: list(text),
  dependencies: map(object({ values: list(text) })),
});
const oauth = object({
  identityProvider: text,
  clientId: secret,
  clientSecret: secret,
  scopes: list(text),
  properties: map(text),
  customParameters: map(object({ value: secret, uiDefinition: object(shown) })),
  additionalParameters: map(
    object({ type: text, applicableWhen: list(object({ parameter: text, oneOf: list(text) })) }),
  ),
});
const parameter = object({
  type: text,
  allowedValues: list(object({ value: json, uiDefinition: object(shown) })),
  defaultValue: json,
  oAuthSettings: oauth,
  gatewaySettings: object({ dataSourceType: text, connectionDetails: list(json) }),
  metadata: object({ sourceType: text }),
  uiDefinition: object({ ...shown, tooltip: text, constraints, schema: json }),
});
const set = object({
  name: text,
  uiDefinition: object(shown),
  metadata: object({ allowSharing: bool }),
  parameters: map(parameter),
});
const policy = object({
  templateId: text,
  title: text,
  parameters: object({
    'x-ms-apimTemplate-operationName': list(text),
    'x-ms-apimTemplate-policySection': text,
    'x-ms-apimTemplateParameter.name': secret,
    'x-ms-apimTemplateParameter.': text,
  }),
});
const properties = object({
  publisher: text,
  stackOwner: text,
  iconBrandColor: text,
  capabilities: list(text),
  connectionParameters: map(parameter),
  connectionParameterSets: object({ uiDefinition: object(shown), values: list(set) }),
  policyTemplateInstances: list(policy),
  scriptOperations: list(text),
}) as fc.Arbitrary<JsonObject>;

const RUNS = { numRuns: 1500 };

test('properties survive the way to connector.yaml and back, whatever they are', () => {
  fc.assert(
    fc.property(properties, (published) => {
      const back = propertiesFromNative(nativeFromProperties(published)).properties;
      assert.ok(isDeepStrictEqual(back, published));
      // The text has the order of keys at every depth.
      assert.is(JSON.stringify(back), JSON.stringify(published));
    }),
    RUNS,
  );
});

test('so does a whole file, with what stands beside the properties', () => {
  fc.assert(
    fc.property(properties, fc.array(fc.tuple(name, json), { maxLength: 3 }), fc.nat(3), (published, beside, at) => {
      const others = beside.filter(([key]) => key !== 'properties');
      const document = Object.fromEntries(others.toSpliced(at, 0, ['properties', published]));
      assert.is(JSON.stringify(apiPropertiesFromNative(nativeFromApiProperties(document))), JSON.stringify(document));
    }),
  );
});

test('any object at all survives', () => {
  fc.assert(
    fc.property(fc.dictionary(name, json), (published) => {
      const back = propertiesFromNative(nativeFromProperties(published)).properties;
      assert.ok(isDeepStrictEqual({ ...back }, { ...published }));
      assert.is(JSON.stringify(back), JSON.stringify(published));
    }),
  );
});

test('connection parameters keep their order', () => {
  fc.assert(
    fc.property(map(parameter), (parameters) => {
      const back = propertiesFromNative(nativeFromProperties({ connectionParameters: parameters })).properties;
      const keys = (value: Json | undefined): string[] => entriesOf(value).map(([key]) => key);
      assert.equal(keys(member(back, 'connectionParameters')), keys(parameters));
    }),
  );
});

test('connector.yaml is stable: published and read back, it is published the same, and written the same', () => {
  fc.assert(
    fc.property(fc.oneof(properties.map(nativeFromProperties), fc.dictionary(name, json)), (native) => {
      const once = propertiesFromNative(native).properties;
      const rewritten = nativeFromProperties(once);
      const twice = propertiesFromNative(rewritten).properties;
      assert.is(JSON.stringify(twice), JSON.stringify(once));
      assert.is(JSON.stringify(nativeFromProperties(twice)), JSON.stringify(rewritten));
    }),
    RUNS,
  );
});

test('what is written is valid by its schema, but for secrets that are literal or badly named', () => {
  fc.assert(
    fc.property(properties, (published) => {
      const native = nativeFromProperties(published);
      const isAboutSecret = ({ pointer }: SchemaProblem): boolean =>
        pointer.endsWith('/clientSecret') || member(valueAt(native, parentOf(pointer)), 'secretRef') !== undefined;
      const problems = validateAgainst('connector', native).filter((problem) => !isAboutSecret(problem));
      assert.equal(problems, []);
    }),
    RUNS,
  );
});

test('every place in the properties is a place that exists in connector.yaml', () => {
  fc.assert(
    fc.property(properties, (published) => {
      const native = nativeFromProperties(published);
      const { pointerOf } = propertiesFromNative(native);
      for (const place of placesIn(published)) {
        const found = valueAt(native, pointerOf(place));
        assert.ok(found !== undefined, place);
        // A leaf is led to itself, or to the short form of itself.
        const leaf = valueAt(published, place);
        if (!isObject(leaf) && !Array.isArray(leaf)) assert.ok(found === leaf || JSON.stringify(found) === leaf, place);
      }
    }),
    RUNS,
  );
});

function* placesIn(value: Json, pointer = ''): Generator<string> {
  yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, child(pointer, key));
}

test.run();
