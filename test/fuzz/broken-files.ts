import * as fc from 'fast-check';
import { isObject } from '../../src/domain/json.ts';
import { brokenValue } from './broken-values.ts';
import type { Files } from './judge-files.ts';
import type { ReadSeed, Seed } from './seeds.ts';

const NAMES = ['openapi.yaml', 'openapi.json', 'connector.yaml', 'apiDefinition.swagger.json', 'apiProperties.json'];
const EXTRA = ['README.md', 'script.csx', 'icon.png', 'settings.json', '.spectral.yaml', 'tests/a.yaml'];

/** A folder that holds one connector, whatever may have happened to it. */
export function brokenFiles(seeds: readonly ReadSeed[]): fc.Arbitrary<Files> {
  const seed = fc.constantFrom(...seeds).map((read) => read());
  return fc.oneof(
    { arbitrary: seed.chain(brokenDocuments), weight: 6 },
    { arbitrary: seed.chain(brokenBytes), weight: 3 },
    { arbitrary: anything(), weight: 1 },
  );
}

/** Documents that still can be read, in either layout and either form of text. */
function brokenDocuments(seed: Seed): fc.Arbitrary<Files> {
  const openapi = fc.oneof({ arbitrary: brokenValue(seed.openapi), weight: 5 }, fc.constant(seed.openapi));
  const properties = fc.oneof(brokenValue(seed.properties), fc.constant(seed.properties));
  return fc.tuple(openapi, properties, fc.boolean(), fc.nat(4)).map(([document, own, isNative, indent]) => {
    const definition = JSON.stringify(document, undefined, indent);
    // JSON is YAML too, but for what only one of them may hold.
    if (isNative) return { ...seed.files, [indent === 0 ? 'connector/openapi.json' : openApiOf(seed)]: definition };
    return {
      'connector/apiDefinition.swagger.json': definition,
      'connector/apiProperties.json': JSON.stringify({ properties: isObject(own) ? own : [own] }),
    };
  });
}

function openApiOf({ files }: Seed): string {
  return Object.keys(files).find((path) => /\/openapi\.(?:ya?ml|json)$/.test(path)) ?? 'connector/openapi.yaml';
}

/** One file of a connector with stretches of bytes lost, repeated, moved or replaced. */
function brokenBytes({ files }: Seed): fc.Arbitrary<Files> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(4), fc.nat(400)),
    put: fc.oneof(
      fc.constant(new Uint8Array()),
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(...SNIPPETS).map((text) => new TextEncoder().encode(text)),
      fc.constant(undefined),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...Object.keys(files)), fc.array(edit, { minLength: 1, maxLength: 5 }))
    .map(([path, edits]): Files => {
      const bytes = edits.reduce<Buffer>((before, { at, length, put }) => {
        const start = Math.floor(at * before.length);
        // Nothing to put means the stretch itself once more.
        const middle = put ?? before.subarray(start, start + 2 * length);
        return Buffer.concat([before.subarray(0, start), middle, before.subarray(start + length)]);
      }, Buffer.from(files[path]!));
      return { ...files, [path]: bytes };
    });
}

const SNIPPETS = [
  '\u0000',
  '\ufeff',
  '\r',
  '\n\n',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: *a',
  '!!js/function ',
  '---\n',
  '# ',
  '//',
  '/*',
  '"__proto__": {}, ',
  '\n__proto__: {}\n',
  '1e999',
  '.nan',
  '|\n',
  '>-\n',
  '? ',
];

/** Folders that have nothing to do with a real connector but their names. */
function anything(): fc.Arbitrary<Files> {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'{}[],:"\'&*-?|>#!% \n\t\\ab10'.split('')) }),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.jsonValue().map((value) => `{"swagger":"2.0","paths":{"/a":{"get":${JSON.stringify(value)}}}}`),
  );
  return fc
    .dictionary(fc.constantFrom(...NAMES, ...EXTRA), content, { noNullPrototype: true })
    .map((files) => Object.fromEntries(Object.entries(files).map(([name, text]) => [`connector/${name}`, text])))
    .map((files) => ({ ...files, 'connector/openapi.json': files['connector/openapi.json'] ?? '{"swagger": "2.0"}' }));
}
