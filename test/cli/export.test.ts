import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, temporaryFolder, type Ran } from './run-cli.ts';

const test = suite('cli/export');

const DEFINITION = {
  swagger: '2.0',
  info: { title: 'Weather', description: 'Tells the weather of a place, today and tomorrow.', version: '1.0' },
  host: 'api.contoso.com',
  basePath: '/',
  schemes: ['https'],
  paths: {
    '/today': {
      get: {
        operationId: 'GetToday',
        summary: 'Get today',
        description: 'Tells the weather of today.',
        responses: { 200: { description: 'OK', schema: { type: 'object' } } },
      },
    },
  },
};
const PROPERTIES = {
  properties: { connectionParameters: {}, website: 'x', iconBrandColor: '#0a7d55', publisher: 'A' },
};

const SCRIPT =
  'public class Script : ScriptBase\r\n{\r\n    // \u00e9\r\n    public override async Task<HttpResponseMessage> ExecuteAsync() => null;\r\n}\r\n';

interface Workspace {
  readonly path: string;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  readonly write: (file: string, content: string) => void;
  readonly read: (file: string) => string;
}

/** A folder with the connector `Contoso Weather` in Microsoft's form. */
async function inWorkspace(body: (workspace: Workspace) => Promise<void>): Promise<void> {
  const { path, remove } = temporaryFolder();
  const write = (file: string, content: string): void => {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  write('Contoso Weather/apiDefinition.swagger.json', JSON.stringify(DEFINITION, null, 4));
  write('Contoso Weather/apiProperties.json', JSON.stringify(PROPERTIES, null, 4));
  write('Contoso Weather/script.csx', SCRIPT);
  try {
    await body({
      path,
      write,
      run: (...args) => runCli(path, args),
      read: (file) => readFileSync(join(path, file), 'utf8'),
    });
  } finally {
    remove();
  }
}

test('a folder is imported as it is, validates, and is exported as it was', () =>
  inWorkspace(async ({ path, run, read }) => {
    const imported = await run('import', 'Contoso Weather');
    assert.is(imported.code, 0, imported.stdout + imported.stderr);
    assert.match(imported.stdout, 'connectors/contoso-weather  Weather: 1 operation, from Contoso Weather');
    assert.match(imported.stdout, 'git switch -c add-contoso-weather');
    const judged = await run('validate', 'connectors/contoso-weather');
    assert.is(judged.code, 0, judged.stdout);
    const exported = await run('export', 'contoso-weather', '--out', 'out');
    assert.is(exported.code, 0, exported.stderr);
    assert.is(exported.stdout, 'out/contoso-weather\n  apiDefinition.swagger.json  apiProperties.json  script.csx\n');
    for (const name of readdirSync(join(path, 'Contoso Weather'))) {
      assert.is(read(`out/contoso-weather/${name}`), read(`Contoso Weather/${name}`), name);
    }
  }));

test('imported twice, the bytes are the same', () =>
  inWorkspace(async ({ path, run, read }) => {
    for (const out of ['one', 'two']) assert.is((await run('import', 'Contoso Weather', '--out', out)).code, 0);
    const before = readdirSync(join(path, 'one/contoso-weather')).map((name) => read(`one/contoso-weather/${name}`));
    const again = await run('import', 'Contoso Weather', '--out', 'one');
    assert.is(again.code, 0, again.stderr);
    assert.match(again.stdout, 'Nothing changes');
    for (const out of ['one', 'two']) {
      const names = readdirSync(join(path, out, 'contoso-weather'));
      assert.equal(
        names.map((name) => read(`${out}/contoso-weather/${name}`)),
        before,
      );
    }
  }));

test('several are exported at once, from a tree', () =>
  inWorkspace(async ({ path, run }) => {
    await run('import', 'Contoso Weather', '--name', 'one');
    await run('import', 'Contoso Weather', '--name', 'two');
    assert.is((await run('export', 'connectors', '--out', 'out')).code, 0);
    assert.equal(readdirSync(join(path, 'out')), ['one', 'two']);
  }));

test('what is there is replaced only when that is wanted, and as a whole', () =>
  inWorkspace(async ({ path, run, write, read }) => {
    await run('import', 'Contoso Weather', '--name', 'weather');
    await run('export', 'weather', '--out', 'out');
    write('out/weather/icon.png', 'of an earlier export');
    write('out/weather/apiProperties.json', 'edited');
    const refused = await run('export', 'weather', '--out', 'out');
    assert.is(refused.code, 5);
    assert.match(refused.stderr, 'exists already\n  Replace it with --force');
    assert.is(read('out/weather/apiProperties.json'), 'edited');
    assert.is((await run('export', 'weather', '--out', 'out', '--force')).code, 0);
    assert.equal(readdirSync(join(path, 'out')), ['weather']);
    assert.equal(readdirSync(join(path, 'out/weather')), [
      'apiDefinition.swagger.json',
      'apiProperties.json',
      'script.csx',
    ]);
  }));

// Where an export may not write, whatever is wanted.
const TAKEN: readonly (readonly [name: string, make: (workspace: Workspace) => void])[] = [
  ['a connector in our form', ({ write }) => write('out/weather/connector.yaml', 'publisher: A')],
  ['a folder with folders', ({ write }) => write('out/weather/src/main.c', '')],
  ['a file', ({ write }) => write('out/weather', '')],
  ['a folder with a file of somebody’s own', ({ write }) => write('out/weather/holiday.txt', 'x')],
  ['another form of the connector', ({ write }) => write('out/weather/azuredeploy.json', '{}')],
  [
    'a link',
    ({ path, write }) => {
      write('other/a.txt', 'x');
      mkdirSync(join(path, 'out'));
      symlinkSync('../other', join(path, 'out/weather'));
    },
  ],
];

for (const [name, make] of TAKEN) {
  test(`--force does not replace ${name}`, () =>
    inWorkspace(async (workspace) => {
      await workspace.run('import', 'Contoso Weather', '--name', 'weather');
      make(workspace);
      const ran = await workspace.run('export', 'weather', '--out', 'out', '--force');
      assert.is(ran.code, 5, ran.stderr);
      assert.match(ran.stderr, 'holds what no export wrote, and is not replaced');
      assert.equal(readdirSync(join(workspace.path, 'out')), ['weather']);
    }));
}

test('a connector is not exported over itself', () =>
  inWorkspace(async ({ run }) => {
    await run('import', 'Contoso Weather', '--name', 'weather');
    const ran = await run('export', 'weather', '--out', 'connectors', '--force');
    assert.is(ran.code, 2);
    assert.match(ran.stderr, '"connectors/weather" is the connector itself');
  }));

test('nor by another way to its folder', () =>
  inWorkspace(async ({ path, run, read }) => {
    await run('import', 'Contoso Weather', '--name', 'weather');
    symlinkSync('connectors', join(path, 'again'));
    const ran = await run('export', 'weather', '--out', 'again', '--force', '--layout', 'arm');
    assert.is(ran.code, 2);
    assert.match(ran.stderr, '"again/weather" is the connector itself');
    assert.match(read('connectors/weather/connector.yaml'), 'iconBrandColor');
  }));

test('when one of several is refused, none is written', () =>
  inWorkspace(async ({ path, run, write }) => {
    for (const name of ['one', 'two']) await run('import', 'Contoso Weather', '--name', name);
    write('out/two/notes.txt', 'mine');
    const ran = await run('export', 'one', 'two', '--out', 'out', '--force');
    assert.is(ran.code, 5);
    assert.match(ran.stderr, '"notes.txt" is none of its files');
    assert.equal(readdirSync(join(path, 'out')), ['two']);
  }));

test('below a file nothing can be written', () =>
  inWorkspace(async ({ run, write }) => {
    write('file', '');
    const ran = await run('export', 'Contoso Weather', '--out', 'file');
    assert.is(ran.code, 7);
    assert.match(ran.stderr, 'cannot be written: ENOTDIR');
  }));

const BAD: readonly (readonly [name: string, args: readonly string[], code: number, says: string])[] = [
  ['nothing to write to', ['export', 'Contoso Weather'], 2, "required option '--out <folder>'"],
  [
    'a form that is none',
    ['export', 'Contoso Weather', '--out', 'o', '--layout', 'microsft'],
    2,
    'Did you mean microsoft?',
  ],
  ['a connector that is not there', ['export', 'contoso', '--out', 'o'], 2, 'There is no file or folder "contoso"'],
  [
    'two of one name',
    ['export', 'Contoso Weather', 'more', '--out', 'o'],
    2,
    'Two connectors would be written to "o/contoso-weather"',
  ],
  [
    'a definition that is broken',
    ['export', 'broken', '--out', 'o'],
    2,
    '"broken" cannot be exported: apiDefinition.swagger.json:1:1',
  ],
  [
    'an import of a folder with answers',
    ['import', 'Contoso Weather', '--title', 'Other'],
    2,
    '--title is not for a folder',
  ],
  ['an import of a folder with a choice', ['import', 'Contoso Weather', '--tag', 'a'], 2, '--tag is not for a folder'],
  [
    'an import of a broken folder',
    ['import', 'broken'],
    2,
    '"broken" cannot be imported: apiDefinition.swagger.json:1:1',
  ],
  ['an import of a folder without any', ['import', 'far/empty'], 2, '"far/empty" is no connector'],
];

for (const [name, args, code, says] of BAD) {
  test(`${name}: exit code ${code}, and nothing is written`, () =>
    inWorkspace(async ({ path, run, write }) => {
      write('far/empty/note.txt', '');
      write('more/contoso-weather/apiDefinition.swagger.json', JSON.stringify(DEFINITION));
      write('more/contoso-weather/apiProperties.json', JSON.stringify(PROPERTIES));
      write('broken/apiDefinition.swagger.json', 'swagger');
      write('broken/apiProperties.json', JSON.stringify(PROPERTIES));
      const before = readdirSync(path);
      const ran = await run(...args);
      assert.match(ran.stderr, says);
      assert.is(ran.code, code);
      assert.equal(readdirSync(path), before);
    }));
}

test('a folder without a connector: exit code 3', async () => {
  const { path, remove } = temporaryFolder();
  try {
    const ran = await runCli(path, ['export', '.', '--out', 'out']);
    assert.is(ran.code, 3);
    assert.match(ran.stderr, 'There is no connector in "."');
  } finally {
    remove();
  }
});

test('what a folder says cannot reach the terminal', () =>
  inWorkspace(async ({ run, write }) => {
    const title = 'Weather\u001b[31m\n::error::x';
    write('a/apiDefinition.swagger.json', JSON.stringify({ ...DEFINITION, info: { title, version: '1.0' } }));
    write(
      'a/apiProperties.json',
      '{"properties": {"connectionParameters": {"\\u001b[2J": {"oAuthSettings": {"clientSecret": "s"}}}}}',
    );
    write('a/\u001b[2Jnotes.txt', '');
    const texts = [await run('import', 'a', '--name', 'aa'), await run('export', 'aa', '--out', 'out')];
    for (const { stdout, stderr, code } of texts) {
      assert.ok([0, 1].includes(code ?? -1), stderr);
      assert.not.ok((stdout + stderr).includes('\u001b'));
      assert.not.match(stdout + stderr, /^::/m);
    }
  }));

test.run();
