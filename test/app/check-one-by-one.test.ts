import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkOneByOne } from '../../src/app/check-one-by-one.ts';
import { checkTree, reportOf, textsOf } from '../../src/app/check-tree.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { memoryTree } from '../load/memory-tree.ts';

const JUDGING = { profile: 'strict', today: '2026-01-01' } as const;
const document = (title: string, operation: string): string =>
  `swagger: "2.0"\ninfo: {title: ${title}, version: "1"}\nhost: api.example.com\npaths:\n  /a/{b}:\n    get: {operationId: ${operation}, responses: {}}\n`;

// What shows only across connectors: a title, a service with its calls, an id; and a suppression that names an operation.
const TREE: FileTree = memoryTree({
  'registry.yaml': `version: 1
targets:
  - {name: t, tenant: 11111111-1111-1111-1111-111111111111, subscription: 22222222-2222-2222-2222-222222222222, region: westeurope, registry: "https://registry.example", connectors: ["*"], stage: registered}
`,
  'connectors/one/connector.yaml': 'publisher: Contoso\nstackOwner: Contoso\n',
  'connectors/one/openapi.yaml': document('Weather', 'GetA'),
  'connectors/two/connector.yaml':
    'suppressions:\n  - {rule: operation/visibility-missing, place: GetB, reason: Later, owner: me, expires: 2027-01-01}\n',
  'connectors/two/openapi.yaml': document('weather', 'GetB'),
  'elsewhere/one/connector.yaml': 'publisher: Contoso\n',
  'elsewhere/one/openapi.yaml': document('Clouds', 'GetC'),
});

const test = suite('app/check-one-by-one');

test('one after the other, connectors get the report that they get together', async () => {
  const apart = await checkOneByOne(TREE, [''], JUDGING, () => false);
  const together = reportOf(checkTree(TREE, [''], JUDGING));
  assert.equal(apart === undefined ? undefined : reportOf(apart), together);
  const codes = new Set(together.diagnostics.map(({ code }): string => code));
  for (const code of ['metadata/title-unique', 'metadata/connector-exists', 'file/connector-id-collision']) {
    assert.ok(codes.has(code), code);
  }
  assert.equal(
    together.suppressed?.map(({ code }) => code),
    ['operation/visibility-missing'],
  );
});

test('texts are not kept, and are there again for who shows a source line', async () => {
  const apart = await checkOneByOne(TREE, [''], JUDGING, () => false);
  const together = textsOf(checkTree(TREE, [''], JUDGING).loaded);
  const texts = apart?.places?.texts;
  assert.equal([...(texts?.keys() ?? [])].sort(), [...together.keys()].sort());
  for (const [file, text] of together) assert.is(texts?.get(file), text);
  assert.is(texts?.get('connectors/one/other.yaml'), undefined);
  assert.ok(apart?.loaded.connectors.every((connector) => connector.texts.size === 0));
});

test('what has to be kept whole stops it', async () => {
  assert.is(await checkOneByOne(TREE, [''], JUDGING, ({ id }) => id === 'two'), undefined);
});

test.run();
