import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openFolder } from '../../../src/app/import/open-folder.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';
import { DEFINITION } from './round-trip.ts';

const test = suite('app/import/open-folder');

const D = 'apiDefinition.swagger.json';
const P = 'apiProperties.json';
const GOOD = '{"properties": {}}';

// What is in the folder "Weather", and why it cannot be imported.
const REFUSED: readonly (readonly [name: string, files: Record<string, string | Uint8Array>, why: string])[] = [
  [
    'a comma that is missing',
    { [D]: DEFINITION, [P]: '{\n  "properties": {"a": 1 "b": 2}\n}' },
    'cannot be imported: apiProperties.json:2:25 "b" stands where "," or "}" is expected',
  ],
  [
    'a definition in Latin-1',
    { [D]: Buffer.from(DEFINITION.replace('Weather', 'Wett\u00ear'), 'latin1'), [P]: GOOD },
    'cannot be imported: apiDefinition.swagger.json:3:26 Byte 0xEA at offset 47 is not UTF-8',
  ],
  [
    'a definition that ends early',
    { [D]: DEFINITION.slice(0, 40), [P]: GOOD },
    'cannot be imported: apiDefinition.swagger.json:3:',
  ],
  ['a list', { [D]: '[]', [P]: GOOD }, 'apiDefinition.swagger.json:1:1 The document is an array'],
  ['properties without any', { [D]: DEFINITION, [P]: '{"propertys": {}}' }, 'has no object "properties"'],
  ['only a definition', { [D]: DEFINITION }, 'holds no "apiProperties.json"'],
  ['only properties', { [P]: GOOD }, 'holds no OpenAPI document'],
  [
    'a reserved key',
    { [D]: DEFINITION, [P]: '{"properties": {"__proto__": {}}}' },
    'apiProperties.json:1:17 Key "__proto__"',
  ],
  ['our own form', { 'connector.yaml': 'publisher: A', 'openapi.yaml': '' }, 'is a folder of our own form already'],
  ['nothing', { 'readme.md': '# Hello' }, '"Weather" is no connector'],
  ['connectors below', { [`One/${D}`]: '{}', [`Two/${P}`]: '{}', 'Three/a': '' }, '"Weather" is no connector'],
];

for (const [name, files, why] of REFUSED) {
  test(`refused, with the file and the place: ${name}`, () => {
    const named = Object.fromEntries(Object.entries(files).map(([file, content]) => [`Weather/${file}`, content]));
    inTemporaryFolder(named, ({ root }) => {
      assert.throws(
        () => openFolder(join(root, 'Weather'), 'Weather'),
        (cause: unknown) => {
          assert.instance(cause, Failure);
          assert.match((cause as Failure).message, why);
          assert.match((cause as Failure).message, /^"Weather" /);
          return true;
        },
      );
    });
  });
}

for (const [name, other, text] of [
  [P, D, DEFINITION],
  [D, P, GOOD],
  ['Weather.swagger.json', P, GOOD],
] as const) {
  test(`a link in the place of ${name} is named`, () => {
    inTemporaryFolder({ [other]: text }, ({ root }) => {
      symlinkSync('/etc/hostname', join(root, name));
      assert.throws(
        () => openFolder(root, 'Weather'),
        ({ message, hint }: Failure) =>
          message === `"Weather" cannot be imported: "${name}" is a symbolic link, which is never followed` &&
          hint === 'Put the file or folder itself in its place',
      );
    });
  });
}

test('the folder is named as it was given', () => {
  inTemporaryFolder({ [D]: DEFINITION }, ({ root }) => {
    assert.throws(
      () => openFolder(root, 'Weather'),
      ({ message }: Failure) => message === '"Weather" cannot be imported: it holds no "apiProperties.json"',
    );
  });
});

test('connectors below a folder are named', () => {
  const files = { [`One/${D}`]: '{}', [`Two/${P}`]: '{}', 'Three/a': '' };
  inTemporaryFolder(files, ({ root }) => {
    assert.throws(
      () => openFolder(root, 'all'),
      ({ hint }: Failure) => hint === 'Import what is in it one by one: "One", "Two"',
    );
  });
});

test.run();
