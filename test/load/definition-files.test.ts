import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { memoryTree } from './memory-tree.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const test = suite('load/definition-files');

const definitionWith = ($ref: string): string =>
  `openapi: 3.0.3
info: { title: A, version: '1' }
paths: {}
components: { schemas: { T: { type: object, properties: { a: { $ref: '${$ref}' } } } } }
`;

const MANIFEST = 'publisher: Contoso\n';

function load(files: Readonly<Record<string, string>>): Connector {
  const [connector] = loadTree(memoryTree(files), ['c']).connectors;
  if (connector === undefined) throw new Error('There is a connector');
  return connector;
}

const shown = ({ findings }: Connector): string[] =>
  findings.flatMap(({ code, at }) => ('file' in at ? [`${code} ${at.file} ${at.pointer ?? ''}`] : []));

test('a definition in several files is one, and what is found stands in its file', () => {
  const connector = load({
    'c/openapi.yaml': definitionWith('schemas/pet.yaml#/Pet'),
    'c/connector.yaml': MANIFEST,
    'c/schemas/pet.yaml': 'Pet: { type: string, deprecated: true }\n',
  });
  assert.equal(valueAt(connector.openapi?.value, '/definitions/Pet'), { type: 'string' });
  assert.equal(connector.openapi?.placeOf('/definitions/Pet/type'), {
    file: 'c/schemas/pet.yaml',
    pointer: '/Pet/type',
  });
  assert.ok(shown(connector).includes('document/conversion-loss c/schemas/pet.yaml /Pet/deprecated'));
  assert.is(connector.texts.has('c/schemas/pet.yaml'), true);
});

test('another file that changes makes another source', () => {
  const sourceOf = (type: string): string | undefined =>
    load({
      'c/openapi.yaml': definitionWith('pet.yaml'),
      'c/connector.yaml': MANIFEST,
      'c/pet.yaml': `type: ${type}\n`,
    }).openapi?.convertedFrom?.sourceSha256;
  assert.is.not(sourceOf('string'), sourceOf('integer'));
});

test('a file that is wrong is a finding in that file, and the reference to it is refused', () => {
  const connector = load({
    'c/openapi.yaml': definitionWith('pet.yaml'),
    'c/connector.yaml': MANIFEST,
    'c/pet.yaml': 'a: [\n',
  });
  const found = shown(connector);
  assert.ok(found.some((line) => line.startsWith('file/yaml-not-valid c/pet.yaml')));
  assert.ok(found.includes('document/conversion-refused c/openapi.yaml /components/schemas/T/properties/a'));
});

test('what lies outside the folder is not read', () => {
  const connector = load({
    'c/openapi.yaml': definitionWith('../other/pet.yaml'),
    'c/connector.yaml': MANIFEST,
    'other/pet.yaml': 'type: string\n',
  });
  assert.ok(shown(connector).includes('document/conversion-refused c/openapi.yaml /components/schemas/T/properties/a'));
});

test('no link is followed, to a file or on the way to one', () => {
  inTemporaryFolder({ 'secret/pet.yaml': 'type: string\n', 'c/connector.yaml': MANIFEST }, ({ root, write }) => {
    symlinkSync(join(root, 'secret'), join(root, 'c/linked'));
    symlinkSync(join(root, 'secret/pet.yaml'), join(root, 'c/pet.yaml'));
    for (const reference of ['linked/pet.yaml', 'pet.yaml']) {
      write('c/openapi.yaml', definitionWith(reference));
      const [loaded] = loadTree(diskTree(root), ['c']).connectors;
      assert.is(loaded?.openapi, undefined, reference);
    }
  });
});

test.run();
