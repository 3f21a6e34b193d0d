import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkSince } from '../../src/app/check-since.ts';
import type { CheckedTree } from '../../src/app/check-tree.ts';

const test = suite('app/check-since');
const TODAY = '2027-01-31';

const OPENAPI = `swagger: "2.0"
info: {title: Pets, description: Lists pets, version: "1.0"}
host: api.example.com
paths:
  /pets:
    get:
      operationId: ListPets
      responses: {"200": {description: Done}}
tags:
  - name: pets
  - name: pets
`;
const MANIFEST = 'iconBrandColor: "#0a7d55"\npublisher: Contoso\n';

interface Clone {
  readonly root: string;
  readonly write: (file: string, text: string) => void;
  readonly edit: (file: string, from: string | RegExp, to: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly since: (paths?: readonly string[], base?: string) => Promise<CheckedTree>;
}

/** A clone with two connectors, `cats` and `dogs`, each with one finding; committed. */
async function inClone(run: (clone: Clone) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'connectors-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: root, stdio: 'pipe' });
  const write: Clone['write'] = (file, text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const edit: Clone['edit'] = (file, from, to) => {
    const before = readFileSync(join(root, file), 'utf8');
    assert.is.not(before.replace(from, to), before);
    write(file, before.replace(from, to));
  };
  try {
    for (const name of ['cats', 'dogs']) {
      write(`connectors/${name}/openapi.yaml`, OPENAPI.replace('Pets,', `${name},`).replace('api.', `${name}.`));
      write(`connectors/${name}/connector.yaml`, MANIFEST);
    }
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    await run({
      root,
      write,
      edit,
      move: (from, to) => {
        mkdirSync(dirname(join(root, to)), { recursive: true });
        renameSync(join(root, from), join(root, to));
      },
      since: (paths = [''], base = 'HEAD') => checkSince({ root, paths, base, profile: 'base', today: TODAY }),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

// What else is wrong with so small a connector is of no interest here, as long as it is old.
const WATCHED = /^(document\/tag-redefined|metadata\/suppression-.*)$/;

const told = ({ diagnostics }: CheckedTree): string[] =>
  diagnostics
    .filter(({ code, new: isNew }) => isNew === true || WATCHED.test(code))
    .map(({ connector, code, new: isNew }) => `${isNew === true ? 'new' : 'old'} ${connector} ${code}`);

test('nothing differs: nothing is judged', () =>
  inClone(async ({ since }) => {
    assert.equal(
      [told(await since()), (await since()).unchanged, (await since()).loaded.connectors.length],
      [[], 2, 0],
    );
    assert.is((await since(['connectors/cats'])).unchanged, 1);
    assert.is((await since(['.git'])).unchanged, 0);
  }));

test('a file outside the connectors is nothing that differs', () =>
  inClone(async ({ since, write }) => {
    write('docs/a.md', 'a');
    assert.is((await since()).unchanged, 2);
  }));

test('only what differs is judged, and what it had there already is old', () =>
  inClone(async ({ since, edit }) => {
    edit('connectors/cats/openapi.yaml', 'operationId: ListPets', 'operationId: ListPets\n      deprecated: "no"');
    const checked = await since();
    assert.equal(told(checked), ['new cats document/json-type-incorrect', 'old cats document/tag-redefined']);
    assert.equal([checked.unchanged, checked.judged?.map(({ id }) => id)], [1, ['cats']]);
  }));

const UNHARMED: [name: string, change: (clone: Clone) => void, connector: string][] = [
  [
    'another order and another indentation',
    ({ edit }) => edit('connectors/cats/openapi.yaml', /(paths:[^]*)(tags:[^]*)/, '$2$1'),
    'cats',
  ],
  ['Windows line ends', ({ edit }) => edit('connectors/cats/openapi.yaml', /\n/g, '\r\n'), 'cats'],
  [
    'openapi.yaml becomes openapi.json',
    ({ move, write }) => {
      move('connectors/cats/openapi.yaml', 'connectors/cats/openapi.json');
      const paths = { '/pets': { get: { responses: { 200: { description: 'Done' } }, operationId: 'ListPets' } } };
      const info = { title: 'cats', description: 'Lists pets', version: '1.0' };
      const tags = [{ name: 'pets' }, { name: 'pets' }];
      write(
        'connectors/cats/openapi.json',
        JSON.stringify({ tags, paths, info, host: 'cats.example.com', swagger: '2.0' }),
      );
    },
    'cats',
  ],
  ['a folder that moves', ({ move }) => move('connectors/cats', 'services/cats'), 'cats'],
  [
    'a folder with another name, which knows its former one',
    ({ move, edit }) => {
      move('connectors/cats', 'connectors/tigers');
      edit('connectors/tigers/connector.yaml', /$/, 'formerNames: [cats]\n');
    },
    'tigers',
  ],
  ['a path with another name', ({ edit }) => edit('connectors/cats/openapi.yaml', '/pets:', '/animals:'), 'cats'],
  ['an operation with another id', ({ edit }) => edit('connectors/cats/openapi.yaml', 'ListPets', 'FindPets'), 'cats'],
];

for (const [name, change, connector] of UNHARMED) {
  test(`${name}: nothing is new`, () =>
    inClone(async (clone) => {
      change(clone);
      assert.equal(told(await clone.since()), [`old ${connector} document/tag-redefined`]);
    }));
}

test('a renamed folder is found again when it alone is named', () =>
  inClone(async ({ since, move, edit }) => {
    move('connectors/cats', 'connectors/tigers');
    edit('connectors/tigers/connector.yaml', /$/, 'formerNames: [cats]\n');
    assert.equal(told(await since(['connectors/tigers'])), ['old tigers document/tag-redefined']);
  }));

test('a copy is new, whatever it was copied from', () =>
  inClone(async ({ since, root }) => {
    cpSync(join(root, 'connectors/cats'), join(root, 'connectors/lions'), { recursive: true });
    assert.ok(told(await since()).includes('new lions document/tag-redefined'));
  }));

test('a second finding at a place that had one is new', () =>
  inClone(async ({ since, edit }) => {
    edit('connectors/cats/openapi.yaml', /$/, '  - name: pets\n');
    assert.equal(told(await since()), ['old cats document/tag-redefined', 'new cats document/tag-redefined']);
  }));

test('registry.yaml governs all: a stricter profile makes its findings new in every connector', () =>
  inClone(async ({ since, write, root }) => {
    write('registry.yaml', 'version: 1\nprofiles: [{folder: ., profile: certified}]\n');
    const found = await checkSince({ root, paths: [''], base: 'HEAD', today: TODAY });
    assert.is(found.unchanged, 0);
    assert.ok(told(found).includes('new dogs metadata/stack-owner-missing'));
    assert.is((await since()).unchanged, 0);
  }));

test('what shows across connectors is seen, although only one differs', () =>
  inClone(async ({ since, edit }) => {
    edit('connectors/cats/openapi.yaml', 'title: cats', 'title: dogs');
    const found = told(await since());
    assert.ok(found.includes('new cats metadata/title-unique'), found.join());
    assert.not.ok(
      found.some((one) => one.includes('dogs document/')),
      found.join(),
    );
  }));

test('a suppression that is taken away brings its finding back as a new one', () =>
  inClone(async ({ since, edit, root }) => {
    const entry = '{rule: document/tag-redefined, reason: r, owner: o, expires: "2027-02-01"}';
    edit('connectors/cats/connector.yaml', /$/, `suppressions: [${entry}]\n`);
    const accepted = await since();
    assert.equal([told(accepted), accepted.suppressed.length], [[], 1]);
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qam', 'two'], {
      cwd: root,
    });
    edit('connectors/cats/connector.yaml', /suppressions.*\n/, '');
    assert.equal(told(await since()), ['new cats document/tag-redefined']);
  }));

test('a suppression that expired since fails nobody who did not touch it', () =>
  inClone(async ({ since, edit, root }) => {
    const entry = '{rule: document/tag-redefined, reason: r, owner: o, expires: "2027-01-30"}';
    edit('connectors/cats/connector.yaml', /$/, `suppressions: [${entry}]\n`);
    assert.ok(told(await since()).includes('new cats metadata/suppression-expired'));
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qam', 'two'], {
      cwd: root,
    });
    edit('connectors/cats/openapi.yaml', 'Lists pets', 'Lists all pets');
    assert.equal(told(await since()), ['old cats metadata/suppression-expired', 'old cats document/tag-redefined']);
  }));

test('a base that is no commit is a failure of the call', () =>
  inClone(async ({ since }) => {
    const failure = await since([''], 'nothing').catch((cause: unknown) => cause);
    assert.match(String(failure), 'There is no commit "nothing"');
  }));

test.run();
