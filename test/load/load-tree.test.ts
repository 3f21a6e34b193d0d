import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { memoryTree } from './memory-tree.ts';

const test = suite('load/load-tree');

const SWAGGER = '{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}}';
const FILES = {
  'registry.yaml': 'version: 1\ntargets: []\n',
  'connectors/weather/openapi.yaml': 'swagger: "2.0"\npaths: {}\n',
  'connectors/weather/connector.yaml': 'publisher: Contoso\nlabels: [sky]\n',
  'connectors/weather/tests/a.yaml': 'x: 1\n',
  'connectors/weather/nested/openapi.yaml': 'swagger: "2.0"\n',
  'connectors/lost/README.md': '# lost\n',
  'connectors/.hidden/openapi.yaml': 'swagger: "2.0"\n',
  'connectors/node_modules/dep/openapi.yaml': 'swagger: "2.0"\n',
  'world/certified/Big Maps/apiDefinition.swagger.json': SWAGGER,
  'world/certified/Big Maps/apiProperties.json': '{"properties": {"publisher": "Maps"}}',
  'world/certified/Proposal/readme.md': '# soon\n',
  'world/docs/guide.md': '# guide\n',
  'docs/api.json': SWAGGER,
  'docs/package.json': '{"name": "x"}',
};

const found = (...paths: string[]): string[] =>
  loadTree(memoryTree(FILES), paths).connectors.map(({ folder, layout, id }) => `${folder} ${layout} ${id}`);

const WEATHER = 'connectors/weather native weather';
const LOST = 'connectors/lost native lost';
const MAPS = 'world/certified/Big Maps microsoft big-maps';
const PROPOSAL = 'world/certified/Proposal microsoft proposal';

const cases: readonly (readonly [name: string, paths: readonly string[], want: readonly string[]])[] = [
  ['the whole tree', [''], [LOST, WEATHER, MAPS, PROPOSAL]],
  ['the same, said with a dot', ['.'], [LOST, WEATHER, MAPS, PROPOSAL]],
  ['a tree of connectors', ['connectors'], [LOST, WEATHER]],
  ['a tree of trees', ['./world/'], [MAPS, PROPOSAL]],
  ['a connector', ['connectors/weather'], [WEATHER]],
  ['a file of one', ['connectors/weather/openapi.yaml'], [WEATHER]],
  ['a file that is no document', ['connectors/lost/README.md'], [LOST]],
  ['a folder inside one', ['connectors/weather/tests'], [WEATHER]],
  ['a file inside one, further down', ['connectors/weather/tests/a.yaml'], [WEATHER]],
  ['a folder without a connector, beside connectors', ['world/certified/Proposal'], [PROPOSAL]],
  ['one connector, named twice', ['connectors/weather', 'connectors'], [LOST, WEATHER]],
  ['a hidden folder that is named', ['connectors/.hidden'], ['connectors/.hidden native hidden']],
  ['a lone definition', ['docs/api.json'], ['docs native api']],
  ['another file', ['docs/package.json', 'registry.yaml', 'world/docs/guide.md'], []],
  ['a folder without any', ['docs', 'world/docs'], []],
  ['what is not there', ['nowhere', 'connectors/weather/nope.txt', '../root', '..'], []],
  ['no path', [], []],
];

for (const [name, paths, want] of cases) {
  test(name, () => assert.equal(found(...paths), want));
}

const load = (files: Readonly<Record<string, string>>, path = ''): Connector => {
  const [connector] = loadTree(memoryTree(files), [path]).connectors;
  assert.ok(connector);
  return connector;
};

test('a native connector has all its parts, and the way back to the author', () => {
  const connector = load(
    {
      'a-b/connector.yaml': [
        'publisher: Contoso',
        'labels: [sky, 7]',
        'formerNames: [old]',
        'connection: {parameters: {api_key: {type: securestring, displayName: Key}}}',
        'suppressions:',
        '  - {rule: file/x, reason: r, owner: o, expires: "2030-01-01", place: /a}',
        '  - {rule: file/y}',
        'acknowledgements: [{base: b, fingerprints: [f, 1], reason: r, owner: o}]',
      ].join('\n'),
      'a-b/openapi.yaml': 'swagger: "2.0"\npaths: {/p: {get: {operationId: A}}}\n',
      'a-b/script.csx': '\uFEFFclass A\r\n{\r}\n',
      'a-b/readme.MD': '# A\r\n',
      'a-b/icon.png': 'png',
      'a-b/tests/one.yaml': 'x: 1',
    },
    'a-b',
  );
  assert.is(connector.id, 'a-b');
  assert.equal(connector.openapi?.placeOf('/paths/~1p/get'), { file: 'a-b/openapi.yaml', pointer: '/paths/~1p/get' });
  assert.equal(connector.properties?.value, {
    connectionParameters: { api_key: { type: 'securestring', uiDefinition: { displayName: 'Key' } } },
    publisher: 'Contoso',
  });
  assert.equal(connector.properties?.placeOf('/connectionParameters/api_key/uiDefinition/displayName'), {
    file: 'a-b/connector.yaml',
    pointer: '/connection/parameters/api_key/displayName',
  });
  assert.is(connector.manifestPart?.file, 'a-b/connector.yaml');
  assert.equal(connector.manifest, {
    formerNames: ['old'],
    labels: ['sky'],
    suppressions: [
      {
        rule: 'file/x',
        reason: 'r',
        owner: 'o',
        expires: '2030-01-01',
        place: '/a',
        at: { part: 'manifest', pointer: '/suppressions/0' },
      },
    ],
    acknowledgements: [
      {
        base: 'b',
        fingerprints: ['f'],
        reason: 'r',
        owner: 'o',
        at: { part: 'manifest', pointer: '/acknowledgements/0' },
      },
    ],
  });
  assert.equal(connector.script, { file: 'a-b/script.csx', text: 'class A\n{\n}\n' });
  assert.equal(connector.readme, { file: 'a-b/readme.MD', text: '# A\n' });
  assert.is(connector.icon?.file, 'a-b/icon.png');
  assert.is(connector.texts.get('a-b/script.csx'), 'class A\r\n{\r}\n');
  assert.equal(connector.files, [
    'a-b/connector.yaml',
    'a-b/icon.png',
    'a-b/openapi.yaml',
    'a-b/readme.MD',
    'a-b/script.csx',
    'a-b/tests/one.yaml',
  ]);
  assert.equal(
    connector.findings.map(({ code }) => code),
    ['file/byte-order-mark'],
  );
});

test("a connector in Microsoft's layout has the same parts", () => {
  const connector = load({
    'Big Maps/apiDefinition.swagger.json': SWAGGER,
    'Big Maps/apiProperties.json': '{"properties": {"publisher": "Maps"}}',
    'Big Maps/settings.json': '{"environment": "x"}',
    'Big Maps/icon.jpg': 'jpg',
  });
  assert.is(connector.id, 'big-maps');
  assert.equal(connector.properties?.value, { publisher: 'Maps' });
  const at = { file: 'Big Maps/apiProperties.json', pointer: '/properties/publisher' };
  assert.equal(connector.properties?.placeOf('/publisher'), at);
  assert.is(connector.icon?.file, 'Big Maps/icon.jpg');
  assert.is(connector.texts.get('Big Maps/settings.json'), '{"environment": "x"}');
  assert.is(connector.manifestPart, undefined);
  assert.equal(connector.findings, []);
});

test('the root itself can be the connector, and is called what the folder is called', () => {
  const connector = load({ 'openapi.yaml': 'swagger: "2.0"\n', 'connector.yaml': 'publisher: A\n' });
  assert.equal([connector.folder, connector.id, connector.openapi?.file], ['.', 'root', 'openapi.yaml']);
});

test('registry.yaml settles the id of a folder in the layout of Microsoft, and of no other', () => {
  const { connectors } = loadTree(
    memoryTree({
      ...FILES,
      'registry.yaml': 'version: 1\nids: {world/certified/Big Maps: maps, connectors/weather: other}\n',
    }),
    [''],
  );
  assert.equal(
    connectors.map(({ id }) => id),
    ['lost', 'weather', 'maps', 'proposal'],
  );
});

test("an OpenAPI 3 document is published as 2.0, with places in the author's", () => {
  const connector = load({
    'c/openapi.json': JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'T', version: '1' },
      servers: [{ url: 'https://example.com/v1' }],
      paths: { '/a': { get: { operationId: 'A', responses: { 200: { description: 'ok' } } } } },
    }),
    'c/connector.yaml': 'publisher: A\n',
  });
  assert.is(connector.openapi?.value['swagger'], '2.0');
  assert.is(connector.openapi?.convertedFrom?.version, '3.0.3');
  assert.match(connector.openapi?.convertedFrom?.sourceSha256 ?? '', /^[0-9a-f]{64}$/);
  assert.equal(connector.openapi?.placeOf('/host'), { file: 'c/openapi.json', pointer: '/servers/0/url' });
});

test('what cannot be converted is refused at its place, and nothing is published', () => {
  const connector = load({ 'c/openapi.yaml': 'openapi: 3.1\npaths: {}\n', 'c/connector.yaml': 'publisher: A\n' });
  assert.is(connector.openapi, undefined);
  assert.ok(connector.findings.some(({ code }) => code === 'document/conversion-refused'));
});

test.run();
