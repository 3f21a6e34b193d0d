import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { manifestText } from '../../../src/app/import/manifest-text.ts';
import { apiPropertiesFromNative, nativeFromProperties } from '../../../src/convert/native.ts';
import { isObject, type Json, type JsonObject } from '../../../src/domain/json.ts';
import { parseYaml } from '../../../src/load/parse-yaml.ts';
import { properties } from '../../convert/any-properties.ts';

const test = suite('app/import/manifest-text');

/** What YAML has a meaning for, or trouble with. */
const ODD = [
  '\ud800',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u00a0',
  'a\nb',
  'a\r\nb',
  '\tx\n',
  ' lead',
  'trail ',
  '2027-01-01',
  '12:30:00',
  '1e3',
  '0o7',
  '1_000',
  '.inf',
  '~',
  'yes',
  '<<',
  '- a',
  '# c',
  'a: b',
  'a #b',
  '%',
  '@x',
  '`',
  '|',
  '&a',
  '*a',
  '!t',
  '---',
  '...',
  '{a',
  "'s'",
  '\\',
];
const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ODD));
const values = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) as fc.Arbitrary<Json>;
const anything = fc.dictionary(odd, fc.oneof(odd, values), { maxKeys: 4 }) as fc.Arbitrary<JsonObject>;

test('what connector.yaml is written with is what it says when it is read', () => {
  fc.assert(
    fc.property(fc.oneof(properties, anything), (published) => {
      const native = nativeFromProperties(published);
      const bytes = Buffer.from(manifestText(native, 'schema.json', 'authored'));
      const { value, findings } = parseYaml('connector.yaml', bytes.toString('utf8'));
      // A key that is refused wherever it stands.
      if (findings.some(({ code }) => code === 'file/reserved-key')) return;
      const back = isObject(value) ? apiPropertiesFromNative(value)['properties'] : undefined;
      assert.is(JSON.stringify(back), JSON.stringify(published));
    }),
    { numRuns: 1000 },
  );
});

test('a connector that says nothing is an object all the same', () => {
  assert.equal(parseYaml('connector.yaml', manifestText({}, 'schema.json', 'authored')).value, {});
});

test.run();
