import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeRevision, encodeRevision } from '../../src/digest/revision-bytes.ts';
import { digestOf } from '../../src/digest/revision-digest.ts';
import { contents, origins } from './samples.ts';

const test = suite('digest/revision-bytes');

const bytesOf = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const whyNot = (bytes: Uint8Array): string => {
  const decoded = decodeRevision(bytes);
  return decoded.kind === 'revision' ? 'accepted' : decoded.why;
};
const GOOD = { version: 1, openapi: { swagger: '2.0' }, properties: {} };

test('what is encoded is decoded: content, origin, digest and bytes', () => {
  fc.assert(
    fc.property(contents, origins, (content, origin) => {
      const bytes = encodeRevision(content, origin);
      const decoded = decodeRevision(bytes);
      assert.is(decoded.kind, 'revision');
      if (decoded.kind !== 'revision') return;
      assert.is(digestOf(decoded.content), digestOf(content));
      assert.equal(decoded.origin, origin);
      assert.equal(decoded.content.openapi, content.openapi);
      assert.is(Buffer.compare(encodeRevision(decoded.content, decoded.origin), bytes), 0);
    }),
  );
});

test('white space and order of a hand-written revision do not matter', () => {
  const spaced = JSON.stringify({ properties: {}, openapi: GOOD.openapi, version: 1 }, null, 4);
  const [one, two] = [decodeRevision(bytesOf(spaced)), decodeRevision(bytesOf(GOOD))];
  assert.ok(one.kind === 'revision' && two.kind === 'revision' && digestOf(one.content) === digestOf(two.content));
});

const deep = (depth: number): string =>
  `{"version":1,"properties":{},"openapi":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

const refused: readonly (readonly [name: string, bytes: Uint8Array, why: RegExp])[] = [
  ['nothing', bytesOf(''), /not a JSON object/],
  ['no JSON', bytesOf('{"version":1,}'), /not a JSON object/],
  ['an array', bytesOf('[]'), /not a JSON object/],
  ['a byte order mark', bytesOf(`\uFEFF${JSON.stringify(GOOD)}`), /not a JSON object/],
  ['Latin-1', Buffer.from('{"version":1,"openapi":{"a":"é"},"properties":{}}', 'latin1'), /not UTF-8/],
  ['another version', bytesOf({ ...GOOD, version: 2 }), /"version" is not 1/],
  ['a version in quotes', bytesOf({ ...GOOD, version: '1' }), /"version" is not 1/],
  ['no properties', bytesOf({ version: 1, openapi: {} }), /"properties" is not an object/],
  ['an OpenAPI document that is a list', bytesOf({ ...GOOD, openapi: [] }), /"openapi" is not an object/],
  ['an unknown member', bytesOf({ ...GOOD, stage: 'registered' }), /unknown member "stage"/],
  ['a prototype', bytesOf('{"version":1,"openapi":{},"properties":{},"__proto__":{}}'), /unknown member "__proto__"/],
  [
    'a prototype inside',
    bytesOf('{"version":1,"openapi":{"a":[{"__proto__":{}}]},"properties":{}}'),
    /key "__proto__"/,
  ],
  ['an infinite number', bytesOf('{"version":1,"openapi":{},"properties":{"a":1e999}}'), /too large/],
  ['nesting', bytesOf(deep(201)), /nests deeper/],
  ['deep nesting', bytesOf(deep(100_000)), /nests deeper/],
  ['an icon that is no base64', bytesOf({ ...GOOD, icon: 'a-b_' }), /"icon"/],
  ['an icon with white space', bytesOf({ ...GOOD, icon: 'aGk=\n' }), /"icon"/],
  ['an icon in another spelling', bytesOf({ ...GOOD, icon: 'aGl=' }), /"icon"/],
  ['an icon that is a list', bytesOf({ ...GOOD, icon: [1] }), /"icon"/],
  ['a script that is a number', bytesOf({ ...GOOD, script: 1 }), /"script"/],
  [
    'a script with a lone surrogate',
    bytesOf('{"version":1,"openapi":{},"properties":{},"script":"\\ud800"}'),
    /"script"/,
  ],
  ['a readme with Windows line ends', bytesOf({ ...GOOD, readme: 'a\r\n' }), /"readme"/],
  ['an origin that is a list', bytesOf({ ...GOOD, origin: [] }), /"origin"/],
  ['an origin with more', bytesOf({ ...GOOD, origin: { commit: 'x' } }), /"origin"/],
  [
    'a converter with control characters',
    bytesOf({ ...GOOD, origin: { converter: 'a\u001b[31m' } }),
    /"origin.converter"/,
  ],
  ['a hash that is none', bytesOf({ ...GOOD, origin: { sourceSha256: 'AB' } }), /"origin.sourceSha256"/],
  ['more than is read', new Uint8Array(64 * 1024 * 1024 + 1), /more than/],
];

for (const [name, bytes, why] of refused) {
  test(`${name} is not a revision`, () => assert.match(whyNot(bytes), why));
}

test('200 levels are accepted, as in a file', () => assert.is(whyNot(bytesOf(deep(199))), 'accepted'));

test('no bytes make it throw', () => {
  const pieces = fc.array(
    fc.constantFrom('{', '}', '"version":1,', '"openapi":', '{}', ',', '"icon":', '""', '[', ']', '1e999', '"\\ud800"'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        pieces.map((parts) => bytesOf(parts.join(''))),
      ),
      (bytes) => {
        assert.ok(['revision', 'not-a-revision'].includes(decodeRevision(bytes).kind));
      },
    ),
  );
});

test.run();
