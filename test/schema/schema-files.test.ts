import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pointerTo } from '../../src/domain/pointer.ts';

const test = suite('schema/files');

type Schema = Readonly<Record<string, unknown>>;

interface Place {
  readonly pointer: string;
  readonly schema: Schema;
  readonly isProperty: boolean;
}

// Objects whose keys are not ours to name: a template's parameters, a provider's switches.
const OPEN = new Set(['/$defs/policyParameters', '/$defs/oauth/properties/properties']);

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema in a schema but what is a condition. */
function* placesIn(schema: Schema, pointer = '', isProperty = false): Generator<Place> {
  yield { pointer, schema, isProperty };
  for (const key of ['$defs', 'properties', 'patternProperties']) {
    const named = isSchema(schema[key]) ? schema[key] : {};
    for (const [name, inner] of Object.entries(named)) {
      const below = pointer + pointerTo(key, name);
      yield* placesIn(isSchema(inner) ? inner : {}, below, key === 'properties');
    }
  }
  for (const key of ['items', 'additionalProperties', 'propertyNames', 'then', 'else']) {
    const inner = schema[key];
    if (isSchema(inner)) yield* placesIn(inner, pointer + pointerTo(key));
  }
}

for (const file of ['schemas/connector.schema.json', 'schemas/registry.schema.json']) {
  const whole: Schema = JSON.parse(readFileSync(file, 'utf8'));
  const places = [...placesIn(whole)];

  test(`${file} describes every property`, () => {
    const properties = places.filter(({ isProperty }) => isProperty);
    assert.ok(properties.length > 15);
    const silent = properties.filter(({ schema }) => !/^[\w"].{8,}\.$/.test(String(schema['description'])));
    assert.equal(
      silent.map(({ pointer }) => pointer),
      [],
    );
  });

  test(`${file} says in words what each pattern wants`, () => {
    const patterns = places.filter(({ schema }) => 'pattern' in schema);
    assert.ok(patterns.length > 5);
    for (const { pointer, schema } of patterns) {
      assert.match(String(schema['patternErrorMessage']), /^Expected (a|an|the) /, pointer);
    }
  });

  test(`${file} closes its objects`, () => {
    const open = places.filter(({ schema }) => 'properties' in schema && schema['additionalProperties'] !== false);
    assert.equal(
      open.map(({ pointer }) => pointer).filter((pointer) => !OPEN.has(pointer)),
      [],
    );
  });

  test(`${file} takes its own examples`, () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addVocabulary(['patternErrorMessage']).addSchema(whole, 'whole');
    for (const { pointer, schema } of places.filter(({ schema }) => 'examples' in schema)) {
      const examples = schema['examples'];
      assert.ok(Array.isArray(examples) && examples.length > 0, pointer);
      for (const example of Array.isArray(examples) ? examples : []) {
        assert.ok(ajv.validate(`whole#${pointer}`, example), `${pointer}: ${JSON.stringify(ajv.errors)}`);
      }
    }
  });
}

test.run();
