import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { armLayout } from '../../../src/app/export/arm-layout.ts';
import { findExportables } from '../../../src/app/export/exportable.ts';
import { microsoftLayout } from '../../../src/app/export/microsoft-layout.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';
import { documentText, loadExportable } from './load-exportable.ts';

const test = suite('app/export/microsoft-layout');

type Files = Readonly<Record<string, string | Uint8Array>>;

function exported(files: Files): {
  readonly texts: Readonly<Record<string, string>>;
  readonly losses: readonly object[];
} {
  const { files: made, losses } = microsoftLayout(loadExportable(files));
  const texts = [...made].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const);
  return { texts: Object.fromEntries(texts), losses };
}

test('what people wrote in YAML is JSON, in their order', () => {
  const { texts, losses } = exported({
    'openapi.yaml': 'swagger: "2.0"\nhost: api.contoso.com\ninfo: {version: "1.0", title: Weather}\npaths: {}\n',
    'connector.yaml':
      'stackOwner: B\npublisher: A\nconnection:\n  parameters:\n    key: {displayName: Key, type: string}\n',
    'README.md': '# Weather',
  });
  assert.is(
    texts['apiDefinition.swagger.json'],
    `{
  "swagger": "2.0",
  "host": "api.contoso.com",
  "info": {
    "version": "1.0",
    "title": "Weather"
  },
  "paths": {}
}
`,
  );
  assert.is(
    texts['apiProperties.json'],
    `{
  "properties": {
    "stackOwner": "B",
    "publisher": "A",
    "connectionParameters": {
      "key": {
        "uiDefinition": {
          "displayName": "Key"
        },
        "type": "string"
      }
    }
  }
}
`,
  );
  assert.is(texts['README.md'], '# Weather');
  assert.equal(losses, []);
});

test('OpenAPI 3 is converted, and what 2.0 cannot say is told', () => {
  const three = {
    openapi: '3.0.3',
    info: { title: 'Weather', version: '1.0' },
    servers: [{ url: 'https://api.contoso.com/v1' }],
    paths: {
      '/today': {
        get: {
          operationId: 'GetToday',
          parameters: [{ name: 'session', in: 'cookie', schema: { type: 'string' } }],
          responses: { 200: { description: 'OK' } },
        },
      },
    },
  };
  const { texts, losses } = exported({ 'openapi.json': JSON.stringify(three), 'connector.yaml': '{}' });
  const made = JSON.parse(texts['apiDefinition.swagger.json']!) as Record<string, unknown>;
  assert.is(made['swagger'], '2.0');
  assert.is(made['host'], 'api.contoso.com');
  assert.is(made['openapi'], undefined);
  assert.is(losses.length, 1);
  assert.match(
    JSON.stringify(losses),
    /"file":"weather\/openapi\.json","pointer":"\/paths\/~1today\/get\/parameters\/0/,
  );
});

test('references become stand-ins, and each is told with what to do', () => {
  const { texts, losses } = exported({
    'openapi.json': documentText(),
    'connector.yaml': `connection:
  parameters:
    token:
      type: oauthSetting
      oauth: {clientId: {secretRef: ID}, clientSecret: {secretRef: WEATHER_SECRET}}
policies:
  - template: setheader
    parameters: {name: X-Key, value: {secretRef: PARTNER_KEY}}
`,
  });
  const text = texts['apiProperties.json']!;
  for (const name of ['ID', 'WEATHER_SECRET', 'PARTNER_KEY']) assert.match(text, `"<${name}>"`);
  assert.not.match(text, 'secretRef');
  assert.equal(
    losses.map((loss) => Object.values(loss).join(' | ')),
    [
      'weather/connector.yaml | /connection/parameters/token/oauth/clientId | secretRef | Secret ID is not known here: apiProperties.json says "<ID>" | Put the secret there before you deploy, and commit it nowhere',
      'weather/connector.yaml | /connection/parameters/token/oauth/clientSecret | secretRef | Secret WEATHER_SECRET is not known here: apiProperties.json says "<WEATHER_SECRET>" | Give it to paconn with --secret',
      'weather/connector.yaml | /policies/0/parameters/value | secretRef | Secret PARTNER_KEY is not known here: apiProperties.json says "<PARTNER_KEY>" | Put the secret there before you deploy, and commit it nowhere',
    ],
  );
});

test('what is for the repository alone stays there, and that is told', () => {
  const { texts, losses } = exported({
    'openapi.json': documentText(),
    'connector.yaml': 'publisher: A\nlabels: [weather]\nformerNames: []\nmicrosoft: {beside: {$schema: s}}\n',
    '.import.json': '{}',
  });
  assert.is(texts['apiProperties.json'], '{\n  "$schema": "s",\n  "properties": {\n    "publisher": "A"\n  }\n}\n');
  assert.equal(Object.keys(texts), ['apiDefinition.swagger.json', 'apiProperties.json']);
  assert.equal(losses, [
    {
      file: 'weather/connector.yaml',
      pointer: '/labels',
      construct: 'labels',
      message: '"labels" is for the repository, and stays there',
    },
  ]);
});

test('a folder that has the form already keeps its bytes, under the standard names', () => {
  const definition = documentText().replace('"paths"', '\r\n "paths" ');
  const properties = '{"extra": 1.0, "properties" : {"publisher": "A"}}';
  const { texts } = exported({ 'Weather.swagger.json': definition, 'ApiProperties.json': properties });
  assert.equal(texts, { 'apiDefinition.swagger.json': definition, 'apiProperties.json': properties });
});

test('a folder of that form with slips, or with references, is written so that others can read it', () => {
  const { texts } = exported({
    'apiDefinition.swagger.json': `\uFEFF${documentText()}`,
    'apiProperties.json': '{"$schema": "s", "properties": {"publisher": "A", /* mine */ "a": {"secretRef": "KEY"},}}',
  });
  assert.is(texts['apiDefinition.swagger.json'], documentText());
  assert.is(
    texts['apiProperties.json'],
    '{\n  "$schema": "s",\n  "properties": {\n    "publisher": "A",\n    "a": "<KEY>"\n  }\n}\n',
  );
});

test('a connector that cannot be read is refused, with the file and the place', () => {
  const refused: readonly (readonly [files: Files, why: string])[] = [
    [
      { 'openapi.yaml': 'swagger: "2.0"\npaths: [', 'connector.yaml': 'publisher: A' },
      '"weather" cannot be exported: openapi.yaml:',
    ],
    [{ 'connector.yaml': 'publisher: A' }, 'holds no OpenAPI document'],
    [{ 'openapi.json': documentText(), 'connector.yaml': '- a' }, 'connector.yaml:1:1 The document is an array'],
  ];
  for (const [files, why] of refused) {
    assert.throws(
      () => exported(files),
      (cause: unknown) => {
        assert.instance(cause, Failure);
        assert.match((cause as Failure).message, why);
        return true;
      },
    );
  }
});

test('a link where a file would be written is told, and left out', () => {
  const documents = { 'openapi.json': documentText(), 'connector.yaml': 'iconBrandColor: "#0a7d55"\n' };
  const files = Object.fromEntries(Object.entries(documents).map(([name, text]) => [`weather/${name}`, text]));
  inTemporaryFolder(files, ({ root }) => {
    for (const name of ['README.md', 'script.csx', 'icon.png', 'notes.txt']) {
      symlinkSync('/etc/hostname', join(root, 'weather', name));
    }
    const [exportable] = findExportables(root, ['weather']);
    const { files: made, losses } = microsoftLayout(exportable!);
    assert.equal([...made.keys()], ['apiDefinition.swagger.json', 'apiProperties.json']);
    assert.equal(
      losses.map(({ file, message }) => `${file} ${message}`),
      [
        'weather/README.md "README.md" is a link, and is not followed',
        'weather/icon.png "icon.png" is a link, and is not followed',
        'weather/script.csx "script.csx" is a link, and is not followed',
      ],
    );
    assert.equal(
      armLayout(exportable!).losses.map(({ message }) => message),
      ['"icon.png" is a link, and is not followed'],
    );
  });
});

test.run();
