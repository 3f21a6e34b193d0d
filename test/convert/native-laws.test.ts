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
import { entriesOf, isObject, member, type Json } from '../../src/domain/json.ts';
import { child, parentOf, valueAt } from '../../src/domain/pointer.ts';
import { json, map, name, parameter, properties } from './any-properties.ts';
import type { SchemaProblem } from '../../src/schema/schema-problem.ts';
import { validateAgainst } from '../../src/schema/validate-against.ts';

const test = suite('convert/native-laws');

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
