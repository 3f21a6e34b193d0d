import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { propertiesFromNative } from '../../src/convert/native.ts';
import { isObject, type Json } from '../../src/domain/json.ts';
import { parseRegistryFile } from '../../src/load/registry-file.ts';
import { validateAgainst } from '../../src/schema/validate-against.ts';

const test = suite('schema/docs');

const CONNECTOR = readFileSync('docs/connector-yaml.md', 'utf8');
const REGISTRY = readFileSync('docs/registry-yaml.md', 'utf8');

const examplesIn = (page: string): readonly Json[] =>
  [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => load(text) as Json);

/** The keys that the objects of a schema name; where they are free (a template's parameters) there are none. */
function keysIn(schema: Json): Set<string> {
  const keys = new Set<string>();
  const visit = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const { properties } = value;
    if (isObject(properties) && value['additionalProperties'] === false)
      Object.keys(properties).forEach((key) => keys.add(key));
    Object.values(value).forEach(visit);
  };
  visit(schema);
  return keys;
}

for (const [name, page, least] of [
  ['connector', CONNECTOR, 4],
  ['registry', REGISTRY, 1],
] as const) {
  test(`the examples of ${name}.yaml are valid`, () => {
    const examples = examplesIn(page);
    assert.ok(examples.length >= least);
    for (const example of examples) assert.equal(validateAgainst(name, example), []);
  });

  test(`the page about ${name}.yaml names every key`, () => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Json;
    const missing = [...keysIn(schema)].filter((key) => !new RegExp(`\\b${key}\\b`).test(page));
    assert.equal(missing, []);
  });
}

test('the complete example of registry.yaml can be read', () => {
  const { registry, problems } = parseRegistryFile(examplesIn(REGISTRY)[0]);
  assert.equal(problems, []);
  assert.equal(
    registry.targets.map(({ name }) => name),
    ['production', 'rehearsal'],
  );
});

test('the complete example of connector.yaml publishes everything but what stays in the repository', () => {
  const { properties } = propertiesFromNative(examplesIn(CONNECTOR)[0] as Parameters<typeof propertiesFromNative>[0]);
  assert.is(
    Object.keys(properties).join(' '),
    'publisher stackOwner iconBrandColor capabilities connectionParameterSets policyTemplateInstances scriptOperations',
  );
});

test.run();
