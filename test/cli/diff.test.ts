import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DiffReport } from '../../src/report/diff-report.ts';
import { runCli, sampleTree, temporaryFolder, type Ran } from './run-cli.ts';

const test = suite('cli/diff');

type Files = Readonly<Record<string, string>>;

const definition = (version: string, ...ids: readonly string[]): string =>
  JSON.stringify({
    swagger: '2.0',
    info: { title: 'Mail', version },
    paths: Object.fromEntries(ids.map((id) => [`/${id}`, { get: { operationId: id, responses: { 200: {} } } }])),
  });
const yaml = `openapi: 3.0.1
info: {title: Mail, version: "1"}
paths:
  /A: {get: {operationId: A, responses: {"200": {description: ""}}}}
`;
const settings = (publisher: string): string => JSON.stringify({ properties: { publisher, connectionParameters: {} } });
const connector = (folder: string, ...ids: readonly string[]): Files => ({
  [`${folder}/apiDefinition.swagger.json`]: definition('1', ...ids),
  [`${folder}/apiProperties.json`]: settings('Contoso'),
});

function write(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

async function inFolder<T>(files: Files, act: (path: string) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  try {
    write(folder.path, files);
    return await act(folder.path);
  } finally {
    folder.remove();
  }
}

const told = ({ stdout }: Ran): string[] =>
  (JSON.parse(stdout) as DiffReport).changes.map((change) => `${change.connector} ${change.kind}`);

const TWO: Files = { ...connector('old/mail', 'A', 'B'), ...connector('new/mail', 'A', 'B', 'C') };

const compared: [name: string, files: Files, args: string[], code: number, changes: string[]][] = [
  [
    'two files',
    { 'a.json': definition('1', 'A'), 'bb.json': definition('1', 'A', 'B') },
    ['a.json', 'bb.json'],
    0,
    ['bb operation-added'],
  ],
  ['JSON in 2.0 and YAML in 3.0', { 'a.json': definition('1', 'A'), 'b.yaml': yaml }, ['a.json', 'b.yaml'], 0, []],
  [
    'two files of connectors, whatever stands beside them',
    { ...TWO, 'new/mail/apiProperties.json': settings('Fabrikam') },
    ['old/mail/apiDefinition.swagger.json', 'new/mail/apiDefinition.swagger.json'],
    0,
    ['mail operation-added'],
  ],
  [
    'two files of properties',
    { ...TWO, 'new/mail/apiProperties.json': settings('Fabrikam') },
    ['old/mail/apiProperties.json', 'new/mail/apiProperties.json'],
    0,
    ['mail publisher-changed'],
  ],
  [
    'two connectors of other names',
    { ...connector('x', 'A', 'B'), ...connector('yy', 'A') },
    ['x', 'yy'],
    1,
    ['yy operation-removed', 'yy version-not-moved'],
  ],
  ['two trees', TWO, ['old', 'new'], 0, ['mail operation-added']],
  [
    'a connector that is new',
    { ...TWO, ...connector('new/wiki', 'X') },
    ['old', 'new'],
    0,
    ['mail operation-added', 'wiki connector-added'],
  ],
  [
    'a connector that is gone',
    { ...TWO, ...connector('old/wiki', 'X') },
    ['old', 'new'],
    1,
    ['wiki connector-removed', 'mail operation-added'],
  ],
  [
    'a connector that moves',
    { ...connector('old/a/mail', 'A'), ...connector('new/b/mail', 'A') },
    ['old', 'new'],
    0,
    ['mail connector-moved'],
  ],
  [
    'a connector of another name with the same content',
    { ...connector('old/mail', 'A'), ...connector('new/post', 'A') },
    ['old', 'new'],
    1,
    ['post connector-renamed'],
  ],
];

for (const [name, files, args, code, changes] of compared) {
  test(`compares ${name}`, () =>
    inFolder(files, async (path) => {
      const ran = await runCli(path, ['diff', ...args, '--format', 'json']);
      assert.equal(told(ran), changes);
      assert.is(ran.code, code, ran.stderr);
    }));
}

const refused: [name: string, files: Files, args: string[], code: number, says: string | RegExp][] = [
  [
    'a file and a tree',
    { ...TWO, 'a.json': definition('1') },
    ['a.json', 'new'],
    2,
    '"a.json" is a file and "new" is a tree of connectors',
  ],
  ['a connector and a tree', TWO, ['old/mail', 'new'], 2, `"old/mail" is a connector's folder and "new" is a tree`],
  [
    'a definition and properties',
    TWO,
    ['old/mail/apiDefinition.swagger.json', 'new/mail/apiProperties.json'],
    2,
    'different parts of a connector',
  ],
  ['a path that is not there', TWO, ['old', 'newt'], 2, 'There is no file or folder "newt"'],
  [
    'a file that is neither JSON nor YAML',
    { 'a.txt': '', 'b.txt': '' },
    ['a.txt', 'b.txt'],
    2,
    'neither JSON nor YAML',
  ],
  [
    'a JSON file of something else',
    { 'a.json': '{"a":1}', 'b.json': '{"a":2}' },
    ['a.json', 'b.json'],
    3,
    '"a.json" holds no OpenAPI document',
  ],
  ['a folder without a connector', { ...TWO, 'empty/x.md': '' }, ['old', 'empty'], 3, '"empty" holds no connector'],
  ['three paths', TWO, ['old', 'new', 'old'], 2, 'BEFORE and AFTER'],
  ['a base outside a repository', TWO, ['--base', 'HEAD'], 2, /git/],
  ['a class that is none', TWO, ['old', 'new', '--fail-on', 'braking'], 2, 'Did you mean breaking?'],
];

for (const [name, files, args, code, says] of refused) {
  test(`refuses ${name}`, () =>
    inFolder(files, async (path) => {
      const ran = await runCli(path, ['diff', ...args]);
      assert.match(ran.stderr, says);
      assert.is(ran.code, code);
      assert.is(ran.stdout, '');
    }));
}

for (const [broken, side] of [
  ['a.json', 'older'],
  ['b.json', 'newer'],
] as const) {
  test(`a ${side} file that is no JSON is said with its place, and fails`, () =>
    inFolder(
      { 'a.json': definition('1'), 'b.json': definition('1'), [broken]: '{"swagger": "2.0",\n"info": [}' },
      async (path) => {
        const ran = await runCli(path, ['diff', 'a.json', 'b.json']);
        assert.match(
          ran.stdout,
          new RegExp(`${broken}:2:10  connector-b: The OpenAPI document of the ${side} version cannot be read: `),
        );
        assert.match(ran.stdout, '1 connector: no change, 1 part not compared');
        assert.is(ran.code, 1);
      },
    ));
}

test('--fail-on says what fails', () =>
  inFolder({ 'a.json': definition('1', 'A'), 'b.json': definition('2', 'A') }, async (path) => {
    const codes = ['breaking', 'error', 'warning', 'safe'].map(
      async (one) => (await runCli(path, ['diff', 'a.json', 'b.json', '--fail-on', one])).code,
    );
    assert.equal(await Promise.all(codes), [0, 0, 0, 1]);
  }));

function git(path: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
    cwd: path,
    encoding: 'utf8',
  });
  assert.is(status, 0, stderr);
}

async function inRepository(files: Files, act: (path: string) => Promise<void>): Promise<void> {
  await inFolder(files, async (path) => {
    git(path, 'init', '-q');
    git(path, 'add', '-A');
    git(path, 'commit', '-q', '-m', 'Begin');
    await act(path);
  });
}

const THREE: Files = {
  ...connector('c/mail', 'A', 'B'),
  ...connector('c/wiki', 'X', 'Y'),
  ...connector('c/maps', 'M'),
};

test('--base sees what is new, gone, moved and renamed, and counts what did not change', () =>
  inRepository(THREE, async (path) => {
    const nothing = await runCli(path, ['diff', '--base', 'HEAD']);
    assert.equal([nothing.stdout, nothing.code], ['3 connectors: no change\n', 0]);
    renameSync(join(path, 'c/wiki'), join(path, 'c/pedia'));
    mkdirSync(join(path, 'd'));
    renameSync(join(path, 'c/maps'), join(path, 'd/maps'));
    write(path, connector('d/fresh', 'F'));
    rmSync(join(path, 'c/mail'), { recursive: true });
    const ran = await runCli(path, ['diff', '--base', 'HEAD', '--format', 'json']);
    assert.equal(told(ran), [
      'mail connector-removed',
      'pedia connector-renamed',
      'fresh connector-added',
      'maps connector-moved',
    ]);
  }));

test('--base takes the path of what is gone, and no path that never was', () =>
  inRepository(THREE, async (path) => {
    rmSync(join(path, 'c/mail'), { recursive: true });
    assert.equal(told(await runCli(path, ['diff', 'c/mail', '--base', 'HEAD', '--format', 'json'])), [
      'mail connector-removed',
    ]);
    const ran = await runCli(path, ['diff', 'c/post', '--base', 'HEAD']);
    assert.equal([ran.code, ran.stdout], [2, '']);
  }));

test('a base that cannot be read is said, and does not fail', () =>
  inRepository({ ...THREE, 'c/mail/apiDefinition.swagger.json': '{' }, async (path) => {
    write(path, connector('c/mail', 'A'));
    const ran = await runCli(path, ['diff', '--base', 'HEAD']);
    assert.match(ran.stdout, 'The OpenAPI document of the older version cannot be read');
    assert.is(ran.code, 0);
  }));

test('a removal is shown at what is left around it', () =>
  inRepository(THREE, async (path) => {
    const file = join(path, 'c/mail/apiDefinition.swagger.json');
    writeFileSync(file, JSON.stringify(JSON.parse(definition('1', 'A')), null, 1));
    const ran = await runCli(path, ['diff', '--base', 'HEAD', '--format', 'github']);
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('"paths"')) + 1;
    assert.match(
      ran.stdout,
      `::error title=breaking%3A Operation removed,file=c/mail/apiDefinition.swagger.json,line=${line},`,
    );
  }));

test('the sample of the repository compares with itself', async () => {
  const tree = sampleTree();
  try {
    cpSync(join(tree.path, 'connectors'), join(tree.path, 'copy'), { recursive: true });
    const ran = await runCli(tree.path, ['diff', 'connectors', 'copy']);
    assert.equal([ran.code, ran.stdout], [0, '1 connector: no change\n']);
  } finally {
    tree.remove();
  }
});

test.run();
