import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { certificationLayout, type CertificationPackage } from '../../../src/app/export/certification-layout.ts';
import { loadExportable } from './load-exportable.ts';

const test = suite('app/export/certification-layout');

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A connector of this repository that certification would take, with other files in place of its own. */
function sample(name: string, files: Files = {}, without: readonly string[] = []): Files {
  const folder = join('connectors', name);
  const own = Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
  return Object.fromEntries(Object.entries({ ...own, ...files }).filter(([file]) => !without.includes(file)));
}

const packaged = (files: Files, today = '2027-01-01'): CertificationPackage =>
  certificationLayout(loadExportable(files), { today });

function entriesOf({ files }: CertificationPackage): Record<string, Uint8Array> {
  assert.equal([...files.keys()], ['weather.zip']);
  return unzipSync(new Uint8Array(files.get('weather.zip')!));
}

function problemsOf(files: Files): string[] {
  const { problems, files: written } = packaged(files);
  assert.is(written.size, 0, 'nothing is packed that would come back');
  return problems.map(({ code, severity, at, message }) => `${at.file} ${severity} ${code}  ${message}`);
}

test('the zip holds what certification asks for', () => {
  const entries = entriesOf(packaged(sample('usgs-earthquakes')));
  assert.equal(Object.keys(entries), [
    'apiDefinition.swagger.json',
    'apiProperties.json',
    'icon.png',
    'intro.md',
    'readme.md',
    'script.csx',
  ]);
  const definition = JSON.parse(strFromU8(entries['apiDefinition.swagger.json']!)) as { readonly swagger: string };
  assert.is(definition.swagger, '2.0');
  assert.ok(Buffer.from(entries['icon.png']!).equals(readFileSync('connectors/usgs-earthquakes/icon.png')));
});

test('the same connector gives the same bytes, whatever the time and its zone', () => {
  const first = packaged(sample('open-meteo'));
  const zone = process.env['TZ'];
  try {
    for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu']) {
      process.env['TZ'] = other;
      assert.equal(packaged(sample('open-meteo'), '2029-05-05').files, first.files);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('settings of paconn, which name an environment, are not in it', () => {
  const files = sample('usgs-earthquakes', { 'settings.json': '{"environment": "Default-1"}' });
  assert.not.ok('settings.json' in entriesOf(packaged(files)));
});

test('what only an environment can make is told', () => {
  const { losses } = packaged(sample('open-meteo'));
  assert.is(losses.at(-1)!.construct, 'solutions');
});

test('an intro.md in a folder of its own is about something else', () => {
  const { files } = packaged(sample('open-meteo'));
  assert.equal(packaged(sample('open-meteo', { 'docs/intro.md': '# Our team\n' })).files, files);
});

test('intro.md is made from the readme', () => {
  const intro = strFromU8(entriesOf(packaged(sample('openweathermap')))['intro.md']!);
  assert.match(intro, /^The weather now, the forecast for five days/);
  for (const heading of ['Prerequisites', 'How to get credentials', 'Known issues and limitations']) {
    assert.match(intro, `\n\n## ${heading}\n\n`);
  }
  assert.match(intro, 'A new key may take up to two hours to work');
  assert.not.match(intro, 'Deployment instructions');
});

const INTRO = '# Weather\n\n## Prerequisites\n\nNone.\n\n## Credentials\n\nNone.\n\n## Limitations\n\nNone.\n';

test('an intro.md of one’s own is taken as it is', () => {
  const entries = entriesOf(packaged(sample('open-meteo', { 'intro.md': INTRO.replaceAll('\n', '\r\n') })));
  assert.is(strFromU8(entries['intro.md']!), INTRO);
});

const README = `# Weather
## Publisher: A
## Supported Operations
## Deployment instructions

Prerequisites ###
---
A plan.

# Credentials
A key.\r
\r
## Known issues ##
None.
# More
`;

test('headings of every spelling that the check takes are found', () => {
  const intro = strFromU8(entriesOf(packaged(sample('open-meteo', { 'README.md': README })))['intro.md']!);
  const [, ...sections] = intro.split('\n\n## ');
  assert.equal(sections, [
    'Prerequisites\n\nA plan.',
    'How to get credentials\n\nA key.',
    'Known issues ##\nNone.',
    'Known issues and limitations\n\nNone.\n',
  ]);
});

test('a readme of many headings, or one of many spaces, takes no long time', () => {
  const text = `${README}${'## Prerequisites\n'.repeat(100_000)}## a${' '.repeat(500_000)}b\n`;
  assert.is(packaged(sample('open-meteo', { 'README.md': text })).problems.length, 0);
});

const NEEDED: readonly (readonly [what: string, files: Files, problem: string])[] = [
  [
    'a section that intro.md has not',
    sample('open-meteo', { 'intro.md': INTRO.replace('## Credentials', '## Elsewhere') }),
    'weather/intro.md error readme/sections  File "intro.md" has no section "How to get credentials"',
  ],
  [
    'a section of the readme that is empty',
    sample('open-meteo', { 'README.md': README.replace('A plan.', '') }),
    'weather/README.md error readme/sections  The readme says nothing for section "Prerequisites" of "intro.md"',
  ],
  [
    'sections that the readme has not',
    sample('open-meteo', { 'README.md': '# Weather\n\n```\n## Publisher\n```\n' }),
    'weather/README.md error readme/sections  The readme has no section "Publisher", "Prerequisites", "Supported operations", "Obtaining credentials", "Known issues and limitations" or "Deployment instructions"',
  ],
  [
    'a readme that is not there',
    sample('open-meteo', {}, ['README.md']),
    'weather/openapi.yaml error readme/missing  The connector has no "README.md"',
  ],
  [
    'an icon that is not there',
    sample('open-meteo', {}, ['icon.png']),
    'weather/openapi.yaml error icon/format  The connector has no "icon.png"',
  ],
  [
    'an icon that is no PNG',
    sample('open-meteo', { 'icon.png': 'GIF89a' }),
    'weather/icon.png error icon/format  The content of "icon.png" is no PNG picture',
  ],
];

const SUPPRESSED = `suppressions:
  - { rule: readme/sections, place: "", reason: The page about it is written by hand, owner: ada, expires: 2027-02-01 }
`;

test('a suppression counts for what only certification asks for', () => {
  const manifest = readFileSync('connectors/open-meteo/connector.yaml', 'utf8');
  const files = { 'README.md': '# Weather\n', 'connector.yaml': `${manifest}${SUPPRESSED}` };
  assert.equal(packaged(sample('open-meteo', files)).problems, []);
  const lacking = { ...files, 'README.md': README.replace('A plan.', '') };
  assert.equal(packaged(sample('open-meteo', lacking)).problems, []);
});

for (const [what, files, problem] of NEEDED) {
  test(`${what} keeps it from being packed`, () => {
    assert.equal(problemsOf(files), [problem]);
  });
}

test('every problem says what to do', () => {
  const files = sample('open-meteo', { 'README.md': '# Weather\n' }, ['icon.png']);
  for (const { hint, message } of packaged(files).problems) assert.ok(hint, message);
});

test('what only warns elsewhere does not keep it from being packed', () => {
  const properties = readFileSync('connectors/open-meteo/connector.yaml', 'utf8');
  const files = sample('open-meteo', {
    'connector.yaml': properties.replace(/iconBrandColor: .*/, 'iconBrandColor: "#123456"'),
  });
  assert.equal(packaged(files).problems, []);
});

test.run();
