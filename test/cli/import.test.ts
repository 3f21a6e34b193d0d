import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hasTerminal, pressing } from './pressing.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const test = suite('cli/import');

const SOURCE = resolve('test/fixtures/import/petstore.yaml');

function workspace(): { readonly path: string; readonly remove: () => void; readonly file: (name: string) => string } {
  const folder = temporaryFolder();
  cpSync('schemas', join(folder.path, 'schemas'), { recursive: true });
  return { ...folder, file: (name) => readFileSync(join(folder.path, 'connectors/pet-store', name), 'utf8') };
}

test('an OpenAPI document becomes a folder that validates', async () => {
  const { path, remove, file } = workspace();
  try {
    const ran = await runCli(path, ['import', SOURCE, '--publisher', 'Contoso']);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, 'connectors/pet-store  Pet Store: 4 operations');
    assert.match(ran.stdout, 'git switch -c add-pet-store');
    assert.equal(readdirSync(join(path, 'connectors')), ['pet-store']);
    assert.equal(readdirSync(join(path, 'connectors/pet-store')), [
      '.import.json',
      'README.md',
      'connector.yaml',
      'icon.png',
      'openapi.yaml',
    ]);
    assert.match(file('connector.yaml'), '$schema=../../schemas/connector.schema.json');
    assert.match(file('connector.yaml'), 'publisher: Contoso');
    assert.match(file('connector.yaml'), 'type: securestring');
    assert.match(file('openapi.yaml'), '# The list that others choose from.');
    assert.match(file('openapi.yaml'), 'operationId: GetAPet');
    assert.match(file('openapi.yaml'), 'value-collection: pets');
    const judged = await runCli(path, ['validate', '--profile', 'base']);
    assert.is(judged.code, 0, judged.stdout);
  } finally {
    remove();
  }
});

test('comments and order of what a document says about itself stay', async () => {
  const { path, remove, file } = workspace();
  try {
    const info = `info:
  version: 1.0.0 # counted by hand
  title: "Pet Store"
  # what makers read
  description: >-
    Everything about the pets of a store
    that nobody has ever seen.
`;
    const source = readFileSync(SOURCE, 'utf8').replace(/^info:\n(?: .*\n)+/m, info);
    writeFileSync(join(path, 'source.yaml'), source);
    assert.is((await runCli(path, ['import', 'source.yaml'])).code, 0);
    assert.match(file('openapi.yaml'), info);
    const flags = ['--yes', '--description', 'All about the pets that somebody has seen.'];
    assert.is((await runCli(path, ['edit', 'pet-store', ...flags])).code, 0);
    assert.match(
      file('openapi.yaml'),
      /info:\n {2}version: 1\.0\.0 # counted by hand\n {2}title: "Pet Store"\n {2}# what/,
    );
    assert.match(file('openapi.yaml'), 'description: All about the pets');
  } finally {
    remove();
  }
});

test('what stands under a key that is used twice is told', async () => {
  const { path, remove } = workspace();
  try {
    const more = '  /pets:\n    post:\n      operationId: AddPet\n      responses: {"201": {description: Done.}}\n';
    writeFileSync(join(path, 'source.yaml'), readFileSync(SOURCE, 'utf8').replace(/^paths:\n/m, `paths:\n${more}`));
    const ran = await runCli(path, ['import', 'source.yaml']);
    assert.match(ran.stdout, 'Not carried over (1)');
    assert.match(ran.stdout, 'Key "/pets" is used twice in one object; what the last one holds is imported');
  } finally {
    remove();
  }
});

const IDLE: readonly (readonly [name: string, flags: readonly string[], says: string])[] = [
  ['a name of a key without a key', ['--auth', 'basic', '--key-name', 'X'], '--key-name is for "api-key"'],
  ['a place of a key where nobody signs in', ['--auth', 'none', '--key-in', 'query'], 'sign in by "none"'],
  ['a scope without OAuth', ['--auth', 'api-key', '--scope', 'read'], '--scope is for "oauth2"'],
  ['a host of an OpenAPI document', ['--host', 'api.contoso.example'], '--host is for Postman collections'],
  ['an environment of an OpenAPI document', ['--environment', 'x.json'], '--environment is for Postman collections'],
  ['a name that no header has', ['--auth', 'api-key', '--key-name', 'a b'], '"a b" is no name of a key'],
  ['a website that is none', ['--website', 'javascript:alert(1)'], 'is no page'],
];

for (const [name, flags, says] of IDLE) {
  test(`a flag that would change nothing is refused: ${name}`, async () => {
    const { path, remove } = workspace();
    try {
      const ran = await runCli(path, ['import', SOURCE, ...flags]);
      assert.is(ran.code, 2, ran.stdout);
      assert.match(ran.stderr, says);
      assert.not(existsSync(join(path, 'connectors')));
    } finally {
      remove();
    }
  });
}

test('the same source gives the same bytes', async () => {
  const { path, remove } = workspace();
  try {
    await runCli(path, ['import', SOURCE, '--out', 'one']);
    await runCli(path, ['import', SOURCE, '--out', 'two']);
    for (const name of readdirSync(join(path, 'one/pet-store'))) {
      const [one, two] = ['one', 'two'].map((out) => readFileSync(join(path, out, 'pet-store', name)));
      assert.ok(one!.equals(two!), name);
    }
  } finally {
    remove();
  }
});

test('flags answer every question', async () => {
  const { path, remove, file } = workspace();
  try {
    const flags = ['--title', 'Pets', '--name', 'pet-store', '--description', 'Buys and sells pets that do not exist.'];
    const auth = [
      '--auth',
      'oauth2',
      '--authorization-url',
      'https://p.example/a',
      '--token-url',
      'https://p.example/t',
    ];
    const rest = [
      '--category',
      'Commerce',
      '--brand-color',
      '#123456',
      '--trigger',
      'Subscribe',
      '--no-dynamic-values',
    ];
    const ran = await runCli(path, [
      'import',
      SOURCE,
      ...flags,
      ...auth,
      ...rest,
      '--scope',
      'read',
      '--format',
      'json',
    ]);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    const report = JSON.parse(ran.stdout) as {
      readonly version: number;
      readonly operations: number;
      readonly title: string;
    };
    assert.is(report.version, 1);
    assert.is(report.title, 'Pets');
    assert.match(file('connector.yaml'), 'secretRef: PET_STORE_CLIENT_SECRET');
    assert.match(file('connector.yaml'), 'iconBrandColor: "#123456"');
    assert.match(file('connector.yaml'), 'capabilities: [actions, triggers]');
    assert.match(file('openapi.yaml'), 'x-ms-notification-url: true');
    assert.not.match(file('openapi.yaml'), 'x-ms-dynamic-values');
  } finally {
    remove();
  }
});

test('a tag keeps its operations and what they refer to', async () => {
  const { path, remove, file } = workspace();
  try {
    const ran = await runCli(path, ['import', SOURCE, '--tag', 'pets']);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(file('openapi.yaml'), '/pets/{petId}');
    assert.not.match(file('openapi.yaml'), 'webhooks');
    assert.not.match(file('openapi.yaml'), 'callbackUrl');
  } finally {
    remove();
  }
});

const refused: readonly (readonly [name: string, args: readonly string[], code: number, says: string | RegExp])[] = [
  ['a source that is not there', ['import', 'nowhere.yaml'], 2, 'There is no file or folder "nowhere.yaml"'],
  ['a web page', ['import', 'page.html'], 2, '"page.html" cannot be imported: it is a web page'],
  ['another version', ['import', 'four.json'], 2, 'it says "openapi: 4.0.0"'],
  ['an http address', ['import', 'http://example.com/a.json'], 2, 'is not an https address'],
  ['an address of a private network', ['import', 'https://10.0.0.1/a.json'], 2, 'inside a private network'],
  ['a file address', ['import', 'file:///etc/passwd'], 2, 'is not an https address'],
  ['a misspelt tag', ['import', SOURCE, '--tag', 'pet'], 2, 'Did you mean "pets"?'],
  ['a bad name', ['import', SOURCE, '--name', 'Pet_Store'], 2, '"Pet_Store" is no name for a connector'],
  ['a bad category', ['import', SOURCE, '--category', 'Pets'], 2, '"Pets" is no category'],
  ['an operation that is no webhook', ['import', SOURCE, '--trigger', 'ListPets'], 2, 'does not look like'],
  ['a document without a host', ['import', 'hostless.json'], 2, '--service-url'],
  ['an address with a password', ['import', 'user.json'], 2, '"https://***@a.example" is no address of a service'],
  ['too many operations', ['import', 'huge.json'], 2, /257 operations.*\n.*--operation/],
  ['an environment', ['import', 'environment.json'], 2, '--environment'],
  ['new without a title', ['new'], 2, '--title is missing'],
  ['a connector that is not there', ['edit', 'nothing'], 2, 'There is no connector "connectors/nothing"'],
];

const response = { responses: { 200: { description: 'Fine.' } } };
const many = Object.fromEntries(Array.from({ length: 257 }, (_, index) => [`/${index}`, { get: response }]));
const FILES: Readonly<Record<string, unknown>> = {
  'four.json': { openapi: '4.0.0' },
  'hostless.json': { openapi: '3.0.0', info: { title: 'A', version: '1' }, paths: { '/a': { get: response } } },
  'user.json': {
    openapi: '3.0.0',
    info: { title: 'A', version: '1' },
    servers: [{ url: 'https://user:hidden@a.example' }],
    paths: { '/a': { get: response } },
  },
  'huge.json': { swagger: '2.0', host: 'a.example', info: { title: 'A', version: '1' }, paths: many },
  'environment.json': { name: 'Test', values: [{ key: 'a', value: 'b' }] },
};

for (const [name, args, code, says] of refused) {
  test(`${name} is told, and nothing is written`, async () => {
    const { path, remove } = workspace();
    try {
      for (const [file, value] of Object.entries(FILES)) writeFileSync(join(path, file), JSON.stringify(value));
      writeFileSync(join(path, 'page.html'), '<!doctype html><p>Not found</p>');
      const ran = await runCli(path, args);
      assert.match(ran.stderr, says);
      assert.is(ran.code, code);
      assert.not.ok(existsSync(join(path, 'connectors')));
    } finally {
      remove();
    }
  });
}

test('a folder that is there stays as it is', async () => {
  const { path, remove } = workspace();
  try {
    mkdirSync(join(path, 'connectors/pet-store'), { recursive: true });
    const ran = await runCli(path, ['import', SOURCE]);
    assert.is(ran.code, 5);
    assert.match(ran.stderr, 'exists already');
    assert.equal(readdirSync(join(path, 'connectors/pet-store')), []);
    assert.equal(readdirSync(join(path, 'connectors')), ['pet-store']);
  } finally {
    remove();
  }
});

test('a document is fetched from this machine, over redirects that stay here', async () => {
  const server = createServer((request, answer) => {
    if (request.url?.startsWith('/moved?')) answer.writeHead(302, { location: '/openapi.yaml' }).end();
    else if (request.url === '/away') answer.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    else if (request.url === '/openapi.yaml') answer.end(readFileSync(SOURCE));
    else answer.writeHead(404).end();
  });
  const origin = await listening(server);
  const { path, remove } = workspace();
  try {
    const ran = await runCli(path, ['import', `${origin}/moved?key=hidden`]);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, `${origin}/openapi.yaml`);
    const away = await runCli(path, ['import', `${origin}/away`, '--name', 'away']);
    assert.is(away.code, 2);
    assert.match(away.stderr, 'which is not https');
    const gone = await runCli(path, ['import', `${origin}/gone?key=hidden`, '--name', 'gone']);
    assert.is(gone.code, 7);
    assert.match(gone.stderr, 'answers 404');
    assert.not.match(gone.stderr, 'hidden');
  } finally {
    server.close();
    remove();
  }
});

test('edit changes what is asked for, and keeps comments and order', async () => {
  const { path, remove, file } = workspace();
  try {
    await runCli(path, ['import', SOURCE]);
    const manifest = join(path, 'connectors/pet-store/connector.yaml');
    writeFileSync(manifest, `${file('connector.yaml')}# The end.\n`);
    const icon = readFileSync(join(path, 'connectors/pet-store/icon.png'));
    const before = file('connector.yaml');
    const ran = await runCli(path, [
      'edit',
      'pet-store',
      '--brand-color',
      '#101010',
      '--description',
      'Sells pets that nobody has ever seen.',
    ]);
    assert.is(ran.code, 0, ran.stderr);
    assert.is(file('connector.yaml').replace('#101010', before.match(/#[0-9a-f]{6}/)![0]), before);
    assert.match(file('openapi.yaml'), 'description: Sells pets');
    assert.match(file('openapi.yaml'), '# The list that others choose from.');
    assert.not.ok(readFileSync(join(path, 'connectors/pet-store/icon.png')).equals(icon));
    const again = await runCli(path, ['edit', 'pet-store']);
    assert.match(again.stdout, 'nothing changes');
  } finally {
    remove();
  }
});

test('new makes a folder that validates', async () => {
  const { path, remove } = workspace();
  try {
    const flags = [
      '--title',
      'Contoso Orders',
      '--service-url',
      'https://api.contoso.example/v1',
      '--path',
      '/orders/{id}',
    ];
    const ran = await runCli(path, ['new', ...flags, '--summary', 'Get an order', '--auth', 'basic']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.is((await runCli(path, ['validate', '--profile', 'base'])).code, 0);
  } finally {
    remove();
  }
});

if (hasTerminal) {
  test('a person is asked what the source leaves open', async () => {
    const { path, remove, file } = workspace();
    try {
      const ran = await pressing(path, ['import', SOURCE], [['Publisher', '\r']]);
      assert.is(ran.code, 0, ran.screen);
      assert.match(ran.screen, 'Which of these start a flow?');
      assert.match(ran.screen, 'Is this right?');
      assert.match(file('connector.yaml'), 'publisher: Pet Store');
    } finally {
      remove();
    }
  });

  test('who chooses nothing of too much is asked again', async () => {
    const { path, remove, file } = workspace();
    try {
      const responses = { 200: { description: 'Done.' } };
      const paths = Array.from({ length: 300 }, (_, at) => [
        `/pets/${at}`,
        { get: { tags: [at === 0 ? 'few' : 'many'], operationId: `Get${at}`, summary: `Get pet ${at}`, responses } },
      ]);
      const document = { swagger: '2.0', info: { title: 'Pet Store', version: '1' }, host: 'pets.example' };
      writeFileSync(join(path, 'source.json'), JSON.stringify({ ...document, paths: Object.fromEntries(paths) }));
      const ran = await pressing(
        path,
        ['import', 'source.json'],
        [
          ['The document has 300', '\r'],
          // Up from the first is the last, "few".
          ['Nothing was chosen', '\u001b[A \r'],
          ['Publisher', '\r'],
        ],
      );
      assert.is(ran.code, 0, ran.screen);
      assert.equal(Object.keys((JSON.parse(file('openapi.json')) as { paths: object }).paths), ['/pets/0']);
    } finally {
      remove();
    }
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const { path, remove } = workspace();
    try {
      const ran = await pressing(path, ['import', SOURCE], [['Publisher', '\u0003']]);
      assert.is(ran.code, 130, ran.screen);
      assert.not.ok(existsSync(join(path, 'connectors')));
    } finally {
      remove();
    }
  });
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.run();
