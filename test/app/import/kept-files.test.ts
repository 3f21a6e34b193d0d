import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepFolder } from '../../../src/app/import/keep-folder.ts';
import { openFolder } from '../../../src/app/import/open-folder.ts';
import { inTemporaryFolder } from '../../load/temporary-folder.ts';
import { DEFINITION, roundTrip } from './round-trip.ts';

const test = suite('app/import/kept-files');

const SCRIPT = '\uFEFFpublic class Script : ScriptBase\r\n{\r\n}\r\n';

test('files beside the documents come back to the byte, whatever they were called', () => {
  const files = { 'Readme.MD': '# Weather\r\n', 'Intro.md': 'Hello', 'script.cs': SCRIPT, 'icon.JPEG': 'no picture' };
  const { imported, exported, report } = roundTrip(files);
  const expected = {
    'README.md': '# Weather\r\n',
    'intro.md': 'Hello',
    'script.csx': SCRIPT,
    'icon.jpg': 'no picture',
  };
  for (const [name, text] of Object.entries(expected)) {
    assert.is(imported[name], text, name);
    assert.is(exported[name], text, name);
  }
  assert.equal(report.losses, []);
});

test('nothing is made up: neither icon nor readme', () => {
  const { imported, exported } = roundTrip({});
  assert.equal(Object.keys(imported).sort(), ['.import.json', 'connector.yaml', 'openapi.json']);
  assert.equal(Object.keys(exported).sort(), ['apiDefinition.swagger.json', 'apiProperties.json']);
});

test('what has no place in a connector is named', () => {
  const files = { 'notes.docx': 'x', 'images/a.png': 'x', '.DS_Store': 'x', 'Second.swagger.json': DEFINITION };
  assert.equal(
    roundTrip(files).report.losses.map(({ message }) => message),
    [
      'File "Second.swagger.json" has no place in a connector, and stays behind',
      'Folder "images" has no place in a connector, and stays behind',
      'File "notes.docx" has no place in a connector, and stays behind',
    ],
  );
});

test('a link is told as one, and not followed', () => {
  const files = { 'apiDefinition.swagger.json': DEFINITION, 'apiProperties.json': '{"properties": {}}', secret: 'x' };
  inTemporaryFolder(files, ({ root }) => {
    const names = ['README.md', 'apiProperties.json.bak', 'icon.png', 'script.csx', 'settings.json', '.hidden'];
    for (const name of names) symlinkSync('/etc/hostname', join(root, name));
    const { others, losses } = keepFolder(openFolder(root, 'weather'));
    assert.equal([...others], []);
    assert.equal(
      losses.map(({ message }) => message),
      [
        '"README.md" is a link, and is not followed',
        '"apiProperties.json.bak" is a link, and is not followed',
        '"icon.png" is a link, and is not followed',
        '"script.csx" is a link, and is not followed',
        'File "secret" has no place in a connector, and stays behind',
        '"settings.json" is a link, and is not followed',
      ],
    );
  });
});

test('settings come back as they are', () => {
  const settings = '{\r\n\t"environment": "Default-1",  "unknown": {"a": 1.0}\r\n}';
  const { imported, exported } = roundTrip({ 'settings.json': settings });
  assert.is(imported['settings.json'], settings);
  assert.is(exported['settings.json'], settings);
});

test('settings name the files as they are called now', () => {
  const settings = {
    connectorId: 'shared_weather',
    apiDefinition: 'Weather.swagger.json',
    apiProperties: 'ApiProperties.json',
    icon: 'ICON.PNG',
    script: 'gone.csx',
  };
  const { exported } = roundTrip({ 'settings.json': JSON.stringify(settings), 'ICON.PNG': 'x' });
  assert.equal(JSON.parse(exported['settings.json']!), {
    connectorId: 'shared_weather',
    apiDefinition: 'apiDefinition.swagger.json',
    apiProperties: 'apiProperties.json',
    icon: 'icon.png',
    script: 'gone.csx',
  });
});

test('settings that are no object stay behind, and that is told', () => {
  const { imported, report } = roundTrip({ 'settings.json': '[1' });
  assert.is(imported['settings.json'], undefined);
  assert.equal(report.notes, ['settings.json is no JSON object, and stays behind']);
});

const oauth = (clientSecret: unknown): object => ({
  token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'oauth2', clientSecret, scopes: ['a'] } },
});

test('a client secret becomes a reference, and the reference a stand-in that is read as one again', () => {
  const SECRET = 'q8Z~3mVkPz0Lw7';
  const properties = (secret: unknown): string =>
    JSON.stringify({ properties: { connectionParameters: oauth(secret) } });
  const first = roundTrip({ 'apiProperties.json': properties(SECRET) });
  assert.match(first.imported['connector.yaml']!, 'clientSecret:\n          secretRef: WEATHER_CLIENT_SECRET');
  assert.equal(first.report.notes, ['A client secret is left out; WEATHER_CLIENT_SECRET stands for it']);
  for (const text of [...Object.values(first.imported), ...Object.values(first.exported)])
    assert.not.match(text, SECRET);
  assert.equal(JSON.parse(first.exported['apiProperties.json']!), JSON.parse(properties('<WEATHER_CLIENT_SECRET>')));
  assert.equal(first.losses, [
    {
      file: 'out/weather/connector.yaml',
      pointer: '/connection/parameters/token/oauth/clientSecret',
      construct: 'secretRef',
      message: 'Secret WEATHER_CLIENT_SECRET is not known here: apiProperties.json says "<WEATHER_CLIENT_SECRET>"',
      hint: 'Give it to paconn with --secret',
    },
  ]);
  const second = roundTrip({ 'apiProperties.json': properties('<OTHER_NAME>') });
  assert.match(second.imported['connector.yaml']!, 'secretRef: OTHER_NAME');
  assert.is(JSON.stringify(JSON.parse(second.exported['apiProperties.json']!)), properties('<OTHER_NAME>'));
});

test('a client secret that is null, or none, stays', () => {
  for (const secret of [null, { secretRef: 'lower' }, 7]) {
    const text = JSON.stringify({ properties: { connectionParameters: oauth(secret) } });
    assert.is(
      JSON.stringify(JSON.parse(roundTrip({ 'apiProperties.json': text }).exported['apiProperties.json']!)),
      text,
    );
  }
});

test('each client secret has a name of its own', () => {
  const sets = ['one', 'two', 'one', ''].map((secret, index) => ({ name: `s${index}`, parameters: oauth(secret) }));
  const { imported } = roundTrip({
    'apiProperties.json': JSON.stringify({ properties: { connectionParameterSets: { values: sets } } }),
  });
  assert.equal(
    [...imported['connector.yaml']!.matchAll(/secretRef: (\w+)/g)].map(([, name]) => name),
    ['WEATHER_CLIENT_SECRET', 'WEATHER_CLIENT_SECRET_2', 'WEATHER_CLIENT_SECRET', 'WEATHER_CLIENT_SECRET_3'],
  );
});

test('secrets in settings are left out, and nothing else of them', () => {
  const secrets = { clientSecret: 'q8Z~3mVkPz0Lw7', note: `ghp_${'a1B2c3D4e5F6'.repeat(3)}` };
  const settings = { environment: 'e', ...secrets, secret: 'YOUR_SECRET', nested: [{ apiPassword: 'hunter2' }] };
  const { imported, exported, report } = roundTrip({ 'settings.json': JSON.stringify(settings) });
  const expected = {
    environment: 'e',
    clientSecret: '<WEATHER_CLIENT_SECRET>',
    note: '<WEATHER_NOTE>',
    secret: 'YOUR_SECRET',
    nested: [{ apiPassword: '<WEATHER_API_PASSWORD>' }],
  };
  assert.equal(JSON.parse(imported['settings.json']!), expected);
  assert.equal(JSON.parse(exported['settings.json']!), expected);
  assert.equal(report.notes, [
    'settings.json/clientSecret is a secret and is left out; WEATHER_CLIENT_SECRET stands for it',
    'settings.json/note is a secret and is left out; WEATHER_NOTE stands for it',
    'settings.json/nested/0/apiPassword is a secret and is left out; WEATHER_API_PASSWORD stands for it',
  ]);
});

test.run();
