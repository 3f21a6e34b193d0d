import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nativeFromProperties } from '../../src/convert/native.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { digestOf, revisionContentOf } from '../../src/digest/revision-digest.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { inTemporaryFolder } from '../load/temporary-folder.ts';
import { contents } from './samples.ts';

const test = suite('digest/same-connector');

/** How an author happened to write a text file. */
interface Spelling {
  readonly indent: number | string;
  readonly lineEnd: '\n' | '\r\n';
  readonly mark: boolean;
  readonly escaped: boolean;
}

const spellings: fc.Arbitrary<Spelling> = fc.record({
  indent: fc.constantFrom(0, 2, 4, '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  escaped: fc.boolean(),
});

const spell = (text: string, { lineEnd, mark }: Spelling): string =>
  (mark ? '\uFEFF' : '') + text.replaceAll('\n', lineEnd);

function asJson(value: JsonObject, spelling: Spelling): string {
  const text = JSON.stringify(value, null, spelling.indent);
  const escape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return spell(spelling.escaped ? text.replaceAll(/[^\0-\u007e]/g, escape) : text, spelling);
}

// Line folding and block scalars would make \r part of the text; quoted scalars do not depend on line ends.
const asYaml = (value: JsonObject, { indent, ...spelling }: Spelling): string =>
  spell(
    dump(value, {
      forceQuotes: true,
      quoteStyle: 'double',
      lineWidth: -1,
      noRefs: true,
      flowLevel: indent === 0 ? 2 : -1,
    }),
    { indent, ...spelling },
  );

function digestOfFolder(files: Readonly<Record<string, string | Uint8Array | undefined>>): Digest {
  const written = Object.entries(files).flatMap(([name, content]) =>
    content === undefined ? [] : [[`aa/${name}`, content]],
  );
  let digest: Digest | undefined;
  inTemporaryFolder(Object.fromEntries(written) as Record<string, string>, ({ root }) => {
    const [connector] = loadTree(diskTree(root), ['aa']).connectors;
    const content = connector && revisionContentOf(connector);
    assert.ok(content, JSON.stringify(connector?.findings));
    digest = digestOf(content);
  });
  return digest!;
}

test('white space, line ends, byte order marks, escapes, JSON or YAML and the layout do not matter', () => {
  fc.assert(
    fc.property(contents, spellings, spellings, (content, one, two) => {
      // In a folder the document says what it is.
      const openapi = { swagger: '2.0', ...content.openapi };
      const { properties, icon } = content;
      const native = nativeFromProperties(properties);
      const texts = (spelling: Spelling): Record<string, string | Uint8Array | undefined> => ({
        'icon.png': icon,
        'script.csx': content.script === undefined ? undefined : spell(content.script, spelling),
        'README.md': content.readme === undefined ? undefined : spell(content.readme, spelling),
      });
      const digests = [one, two].flatMap((spelling) => [
        digestOfFolder({
          'openapi.json': asJson(openapi, spelling),
          'connector.yaml': asYaml(native, spelling),
          ...texts(spelling),
        }),
        digestOfFolder({
          'openapi.yaml': asYaml(openapi, spelling),
          'connector.yaml': asYaml(native, spelling),
          ...texts(spelling),
        }),
        digestOfFolder({
          'apiDefinition.swagger.json': asJson(openapi, spelling),
          'apiProperties.json': asJson({ properties }, spelling),
          ...texts(spelling),
        }),
      ]);
      assert.is(new Set(digests).size, 1, digests.join('\n'));
      assert.is(digests[0], digestOf({ ...content, openapi }));
    }),
    { numRuns: 60 },
  );
});

test('what the repository alone knows is outside the digest', () => {
  const openapi = 'swagger: "2.0"\npaths: {}\n';
  const plain = digestOfFolder({ 'openapi.yaml': openapi, 'connector.yaml': 'publisher: A\n' });
  const known = [
    'labels: [x]',
    'formerNames: [old]',
    'suppressions: [{rule: a/b, reason: r, owner: o, expires: "2030-01-01"}]',
    'acknowledgements: [{base: b, fingerprints: [f], reason: r, owner: o}]',
  ];
  const noted = digestOfFolder({
    'openapi.yaml': openapi,
    'connector.yaml': `publisher: A\n${known.join('\n')}\n`,
    'tests/one.yaml': 'x: 1\n',
    'settings.json': '{}',
  });
  assert.is(noted, plain);
});

test('the order of integer-like keys is lost in parsing, and does not count', () => {
  const withResponses = (responses: string): Digest =>
    digestOfFolder({
      'openapi.yaml': `swagger: "2.0"\npaths: {/a: {get: {responses: ${responses}}}}\n`,
      'connector.yaml': 'publisher: A\n',
    });
  assert.is(withResponses('{default: {}, 404: {}, 200: {}}'), withResponses('{200: {}, 404: {}, default: {}}'));
  assert.is.not(withResponses('{b: {}, a: {}}'), withResponses('{a: {}, b: {}}'));
});

test.run();
