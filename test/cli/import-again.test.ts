import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, temporaryFolder, type Ran } from './run-cli.ts';

const test = suite('cli/import-again');

const SOURCE = readFileSync(resolve('test/fixtures/import/petstore.yaml'), 'utf8');

interface Workspace {
  readonly path: string;
  readonly read: (name: string) => string;
  readonly edit: (name: string, from: string | RegExp, to: string) => void;
  /** Imports a source with this text. */
  readonly importText: (text: string, ...flags: readonly string[]) => Promise<Ran>;
}

async function inWorkspace(body: (workspace: Workspace) => Promise<void>): Promise<void> {
  const { path, remove } = temporaryFolder();
  const at = (name: string): string => join(path, 'connectors/pet-store', name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  const edit = (name: string, from: string | RegExp, to: string): void => {
    const before = read(name);
    assert.ok(typeof from === 'string' ? before.includes(from) : from.test(before), `${String(from)} is in ${name}`);
    writeFileSync(at(name), before.replace(from, to));
  };
  const importText = async (text: string, ...flags: readonly string[]): Promise<Ran> => {
    writeFileSync(join(path, 'source'), text);
    return runCli(path, ['import', 'source', ...flags]);
  };
  cpSync('schemas', join(path, 'schemas'), { recursive: true });
  try {
    await body({ path, read, edit, importText });
  } finally {
    remove();
  }
}

/** The bytes of every file of the connector. */
function bytesOf({ path }: Workspace): Record<string, string> {
  const folder = join(path, 'connectors/pet-store');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

test('the same source again changes no byte', () =>
  inWorkspace(async (workspace) => {
    await workspace.importText(SOURCE, '--publisher', 'Contoso', '--trigger', 'Subscribe', '--brand-color', '#123456');
    const before = bytesOf(workspace);
    const ran = await workspace.importText(SOURCE);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, 'Nothing changes');
    assert.equal(bytesOf(workspace), before);
  }));

test('edits, comments and order stay, and what is new in the source comes in', () =>
  inWorkspace(async ({ read, edit, importText }) => {
    await importText(SOURCE);
    edit('openapi.yaml', /summary: Get a pet\n/, 'summary: Fetch one pet # as makers say\n');
    edit('openapi.yaml', /^paths:/m, '# Mine: every path.\npaths:');
    edit('connector.yaml', /publisher: .*/, 'publisher: "Northwind" # the new owner');
    const newer = SOURCE.replace(
      /^paths:\n/m,
      'paths:\n  /owners:\n    get:\n      operationId: ListOwners\n      summary: List owners\n      description: Lists owners.\n      responses:\n        "200":\n          description: The owners.\n',
    );
    const ran = await importText(newer);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, 'new: ListOwners');
    assert.not.match(ran.stdout, 'yours stays');
    assert.match(read('openapi.yaml'), 'summary: Fetch one pet # as makers say');
    assert.match(read('openapi.yaml'), '# Mine: every path.');
    assert.match(read('openapi.yaml'), '# The list that others choose from.');
    assert.match(read('openapi.yaml'), 'operationId: ListOwners');
    assert.match(read('connector.yaml'), 'publisher: "Northwind" # the new owner');
    assert.match(read('README.md'), 'List owners');
    assert.match((await importText(newer)).stdout, 'Nothing changes');
  }));

test('a conflict tells no secret of either side', () =>
  inWorkspace(async ({ edit, importText }) => {
    const [yours, theirs] = [`ghp_${'aB3dE6gH9j'.repeat(4).slice(0, 36)}`, ['AKIA', 'Q7WERTYUIOPASDFG'].join('')];
    await importText(SOURCE);
    edit('openapi.yaml', 'Lists the pets.', `Lists the pets with ${yours}.`);
    const newer = SOURCE.replace('Lists the pets.', `Lists the pets by ${theirs}.`);
    const ran = await importText(newer, '--format', 'json');
    assert.match(ran.stdout, 'yours was edited by hand');
    assert.match(ran.stdout, 'Lists the pets with ghp_');
    for (const secret of [yours, theirs]) assert.not.match(ran.stdout + ran.stderr, secret);
  }));

test('a document that cannot be converted is merged with the source that mends it', () =>
  inWorkspace(async ({ path, read, edit, importText }) => {
    const broken = SOURCE.replace('#/components/schemas/Pet"', '#/components/schemas/Pets"');
    assert.is.not(broken, SOURCE);
    assert.is((await importText(broken)).code, 1);
    edit('openapi.yaml', /summary: Get a pet\n/, 'summary: Fetch one pet\n');
    const edited = await runCli(path, ['edit', 'pet-store', '--yes', '--publisher', 'Northwind']);
    assert.is(edited.code, 0, edited.stderr);
    const ran = await importText(SOURCE);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.match(read('openapi.yaml'), 'summary: Fetch one pet');
    assert.match(read('connector.yaml'), 'Northwind');
  }));

test('what both changed is told with its place and both sides, and the edit stays', () =>
  inWorkspace(async ({ read, edit, importText }) => {
    await importText(SOURCE);
    edit('openapi.yaml', 'summary: Get a pet', 'summary: Fetch one pet');
    const ran = await importText(SOURCE.replace('summary: Get a pet', 'summary: Read a pet'));
    assert.match(ran.stdout, /connectors\/pet-store\/openapi\.yaml:\d+:\d+ /);
    assert.match(ran.stdout, 'yours:  "Fetch one pet"');
    assert.match(ran.stdout, 'source: "Read a pet"');
    assert.match(read('openapi.yaml'), 'summary: Fetch one pet');
  }));

test('what was decided by flags is not asked again', () =>
  inWorkspace(async ({ path, read, importText }) => {
    await importText(SOURCE, '--name', 'pet-store', '--title', 'Pets', '--tag', 'pets', '--no-dynamic-values');
    const before = read('openapi.yaml');
    const ran = await importText(SOURCE);
    assert.match(ran.stdout, 'Nothing changes');
    assert.is(read('openapi.yaml'), before);
    assert.match(before, 'title: Pets');
    assert.not.match(before, 'webhooks');
    assert.equal(readdirSync(join(path, 'connectors')), ['pet-store']);
  }));

test('an icon and a readme of one’s own stay, and a deleted file stays away', () =>
  inWorkspace(async ({ path, read, edit, importText }) => {
    await importText(SOURCE);
    edit('README.md', '# Pet Store', '# The pets of Northwind');
    const icon = join(path, 'connectors/pet-store/icon.png');
    rmSync(icon);
    const ran = await importText(SOURCE.replaceAll('Get a pet', 'Read a pet'));
    assert.match(ran.stdout, 'README.md was edited by hand and stays');
    assert.match(read('README.md'), '# The pets of Northwind');
    assert.not.ok(existsSync(icon));
  }));

test('a folder without the record of an import is left alone, and --force writes it anew', () =>
  inWorkspace(async ({ path, read, edit, importText }) => {
    await importText(SOURCE);
    const first = read('openapi.yaml');
    edit('openapi.yaml', 'summary: Get a pet', 'summary: Fetch one pet');
    mkdirSync(join(path, 'connectors/pet-store/tests'));
    for (const record of [undefined, '{}', '[', '{"version":1,"openapi":"x","native":{}}']) {
      const file = join(path, 'connectors/pet-store/.import.json');
      if (record === undefined) rmSync(file);
      else writeFileSync(file, record);
      const ran = await importText(SOURCE);
      assert.is(ran.code, 5);
      assert.match(ran.stderr, '.import.json');
      assert.match(ran.stderr, '--force');
      assert.match(read('openapi.yaml'), 'summary: Fetch one pet');
    }
    const forced = await importText(SOURCE, '--force');
    assert.is(forced.code, 0, forced.stderr);
    assert.is(read('openapi.yaml'), first);
    assert.ok(existsSync(join(path, 'connectors/pet-store/tests')));
    assert.match((await importText(SOURCE)).stdout, 'Nothing changes');
  }));

test('--force leaves a folder alone that is no connector', () =>
  inWorkspace(async ({ path, importText }) => {
    mkdirSync(join(path, 'connectors/pet-store'), { recursive: true });
    writeFileSync(join(path, 'connectors/pet-store/thesis.txt'), 'Ten years of work');
    const ran = await importText(SOURCE, '--force');
    assert.is(ran.code, 5);
    assert.equal(readdirSync(join(path, 'connectors/pet-store')), ['thesis.txt']);
  }));

test('an operation that the import named keeps its id when the source words it otherwise', () =>
  inWorkspace(async ({ read, importText }) => {
    await importText(SOURCE);
    assert.match(read('openapi.yaml'), 'operationId: GetAPet');
    const ran = await importText(SOURCE.replace('summary: Get a pet', 'summary: Read a pet'));
    assert.match(ran.stdout, 'changed: GetAPet');
    assert.match(read('openapi.yaml'), 'summary: Read a pet');
    assert.match(read('openapi.yaml'), 'operationId: GetAPet');
  }));

test('an environment that the last import had is asked for', () =>
  inWorkspace(async ({ path, read, importText }) => {
    const text = JSON.stringify(COLLECTION).replaceAll('https://pets.example.com', '{{base}}');
    const environment = join(path, 'test.json');
    writeFileSync(
      environment,
      JSON.stringify({ name: 'e', values: [{ key: 'base', value: 'https://pets.example.com' }] }),
    );
    await importText(text, '--environment', environment);
    const before = read('openapi.yaml');
    const ran = await importText(text);
    assert.is(ran.code, 2);
    assert.match(ran.stderr, '--environment test.json');
    assert.is(read('openapi.yaml'), before);
    const again = await importText(text, '--environment', environment);
    assert.match(again.stdout, 'Nothing changes');
    assert.is(read('openapi.yaml'), before);
  }));

test('a connector that was given another name is found by what its source calls itself', () =>
  inWorkspace(async ({ path, importText }) => {
    await importText(SOURCE, '--title', 'Animals');
    const ran = await importText(SOURCE);
    assert.match(ran.stdout, /^connectors\/animals {2}Animals: .*\n {2}Nothing changes/);
    await importText(SOURCE, '--name', 'beasts');
    const unsure = await importText(SOURCE);
    assert.is(unsure.code, 2);
    assert.match(unsure.stderr, '2 connectors were made from "Pet Store": animals, beasts');
    assert.match((await importText(SOURCE, '--name', 'beasts')).stdout, 'Nothing changes');
    assert.equal(readdirSync(join(path, 'connectors')), ['animals', 'beasts']);
  }));

test('another source of the same title, another host and another choice are no newer source', () =>
  inWorkspace(async ({ path, read, importText }) => {
    await importText(SOURCE, '--tag', 'pets');
    const before = read('openapi.yaml');
    const ran = await importText(SOURCE, '--tag', 'hooks');
    assert.is(ran.code, 5);
    assert.match(ran.stderr, 'has 2 operations of the source that this choice leaves out');
    assert.match(ran.stderr, '--name');
    const more = await importText(SOURCE, '--tag', 'pets', '--tag', 'hooks');
    assert.match(more.stdout, 'new: Subscribe, Unsubscribe');
    const stranger = await importText(SOURCE.replaceAll('/pets', '/cars').replaceAll('/webhooks', '/engines'));
    assert.is(stranger.code, 5);
    assert.match(stranger.stderr, 'no operation in common');
    assert.match(read('openapi.yaml'), before.slice(0, 200));
    const hosts = {
      ...COLLECTION,
      item: [...COLLECTION.item, { name: 'Up', request: { method: 'GET', url: 'https://up.example.com/pets' } }],
    };
    rmSync(join(path, 'connectors'), { recursive: true });
    await importText(JSON.stringify(hosts));
    const other = await importText(JSON.stringify(hosts), '--host', 'up.example.com');
    assert.is(other.code, 5);
    assert.match(other.stderr, 'is a connector for "pets.example.com", and this one would be for "up.example.com"');
    assert.is((await importText(JSON.stringify(hosts), '--host', 'up.example.com', '--name', 'up')).code, 0);
  }));

const COLLECTION = {
  info: { name: 'Pet Store', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [
    {
      name: 'List pets',
      request: { method: 'GET', url: 'https://pets.example.com/pets?limit=3', description: 'Lists the pets.' },
    },
    {
      name: 'Get pet',
      request: { method: 'GET', url: 'https://pets.example.com/pets/:id', description: 'Gets a pet.' },
    },
  ],
};
const TWO = {
  swagger: '2.0',
  info: { title: 'Pet Store', version: '1', description: 'Buys and sells pets of many kinds.' },
  host: 'pets.example.com',
  paths: {
    '/pets': { get: { operationId: 'ListPets', summary: 'List pets', responses: { 200: { description: 'Pets.' } } } },
  },
};
const SOURCES: readonly (readonly [name: string, before: object, from: string, to: string])[] = [
  ['a Postman collection', COLLECTION, 'Lists the pets.', 'Lists every pet.'],
  ['an OpenAPI 2.0 document', TWO, '"description":"Pets."', '"description":"Every pet."'],
];

for (const [name, before, from, to] of SOURCES) {
  test(`${name} is merged too`, () =>
    inWorkspace(async (workspace) => {
      const { importText, read } = workspace;
      const text = JSON.stringify(before);
      const first = await importText(text);
      assert.is(first.code, 0, first.stdout + first.stderr);
      const bytes = bytesOf(workspace);
      assert.match((await importText(text)).stdout, 'Nothing changes');
      assert.equal(bytesOf(workspace), bytes);
      const file = 'openapi.yaml' in bytes ? 'openapi.yaml' : 'openapi.json';
      workspace.edit(file, 'List pets', 'Show pets');
      const ran = await importText(text.replace(from, to));
      assert.is(ran.code, 0, ran.stdout + ran.stderr);
      assert.match(read(file), 'Show pets');
      assert.match(read(file), 'very pet.');
    }));
}

test.run();
