import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isArray, isObject, type Json, type JsonObject } from '../../src/domain/json.ts';
import type { RevisionContent } from '../../src/domain/revision.ts';
import { canonicalForm, digestOf } from '../../src/digest/revision-digest.ts';
import { contents } from './samples.ts';

const test = suite('digest/revision-digest');

const PATHS = { '/b': {}, '/a': {} };
const KEY = { uiDefinition: { tooltip: 't', description: 'd' }, type: 'string' };
const PARAMETERS = { b: KEY, a: { type: 'bool' } };
const UNKNOWN = { b: 1, a: 2 };
const PROPERTIES = { stackOwner: 'S', zebra: UNKNOWN, publisher: 'P', connectionParameters: PARAMETERS };
const OPENAPI = { swagger: '2.0', paths: PATHS };
const ICON = new Uint8Array([1, 2]);
const CONTENT = { openapi: OPENAPI, properties: PROPERTIES, icon: ICON, script: 'é\n' } satisfies RevisionContent;

const reversed = (object: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).reverse());
const withOpenapi = (members: JsonObject): RevisionContent => ({ ...CONTENT, openapi: { ...OPENAPI, ...members } });
const withProperties = (members: JsonObject): RevisionContent => ({
  ...CONTENT,
  properties: { ...PROPERTIES, ...members },
});

test('the canonical form is what it is for ever', () => {
  assert.is(
    canonicalForm(CONTENT),
    '{"revision":1,"openapi":{"swagger":"2.0","paths":{"/b":{},"/a":{}}},' +
      '"properties":{"connectionParameters":{"b":{"type":"string","uiDefinition":{"description":"d","tooltip":"t"}},"a":{"type":"bool"}},' +
      '"publisher":"P","stackOwner":"S","zebra":{"a":2,"b":1}},' +
      '"icon":"a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222",' +
      '"script":"edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2"}',
  );
  assert.is(digestOf(CONTENT), 'sha256:cedfc9ca262c1a1561b44121ce1bf5270ecdbdb1d2d114f068ee2528dfca6ab7');
});

const same: readonly (readonly [name: string, content: RevisionContent])[] = [
  ['the order of the members of the properties', { ...CONTENT, properties: reversed(PROPERTIES) }],
  [
    'the order inside a connection parameter',
    withProperties({ connectionParameters: { ...PARAMETERS, b: reversed(KEY) } }),
  ],
  ['the order inside a member that nobody knows', withProperties({ zebra: reversed(UNKNOWN) })],
];

for (const [name, content] of same) {
  test(`${name} does not count`, () => assert.is(digestOf(content), digestOf(CONTENT)));
}

const different: readonly (readonly [name: string, content: RevisionContent])[] = [
  ['the order of paths', withOpenapi({ paths: reversed(PATHS) })],
  ['the order of connection parameters', withProperties({ connectionParameters: reversed(PARAMETERS) })],
  ['a byte of the icon', { ...CONTENT, icon: new Uint8Array([9, 2]) }],
  ['no icon', { openapi: OPENAPI, properties: PROPERTIES, script: CONTENT.script }],
  ['an empty readme instead of none', { ...CONTENT, readme: '' }],
  ['a script that is the readme', { openapi: OPENAPI, properties: PROPERTIES, icon: ICON, readme: CONTENT.script }],
  ['a text and a number', withOpenapi({ swagger: 2 })],
  ['upper case', withProperties({ publisher: 'p' })],
];

for (const [name, content] of different) {
  test(`${name} counts`, () => assert.is.not(digestOf(content), digestOf(CONTENT)));
}

/** A copy with one leaf changed: the `index`th, counted in document order. */
function withOtherLeaf(value: Json, index: { left: number }): Json {
  if (isArray(value)) return value.map((one) => withOtherLeaf(one, index));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withOtherLeaf(one, index)]));
  index.left -= 1;
  return index.left === -1 ? `${String(value)} changed` : value;
}

test('any other content has another digest, in any place of either document', () => {
  fc.assert(
    fc.property(contents, fc.nat(30), fc.constantFrom('openapi', 'properties'), (content, at, part) => {
      const index = { left: at };
      const other = { ...content, [part]: withOtherLeaf(content[part], index) };
      if (index.left >= 0) return;
      assert.is.not(digestOf(other), digestOf(content));
    }),
  );
});

test('any other order of keys in the OpenAPI document has another digest', () => {
  fc.assert(
    fc.property(contents, (content) => {
      if (Object.keys(content.openapi).length < 2) return;
      assert.is.not(digestOf({ ...content, openapi: reversed(content.openapi) }), digestOf(content));
    }),
  );
});

test.run();
