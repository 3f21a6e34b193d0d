import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { armLayout } from '../../../src/app/export/arm-layout.ts';
import { armProblems } from '../../../src/app/export/arm-problems.ts';
import { documentText, loadExportable } from './load-exportable.ts';

const test = suite('app/export/arm-problems');

type Files = Readonly<Record<string, string>>;

const KEY = ['AIzaSyD4x8Kq7Lm2Np5', 'Rt9Vw3Yz6Bc1Ef0Gh4Jk'].join('');
const NATIVE = (text: string, more?: Readonly<Record<string, unknown>>): Files => ({
  'openapi.json': documentText(more),
  'connector.yaml': `iconBrandColor: "#0a7d55"\n${text}`,
});

function problemsOf(files: Files): string[] {
  const exportable = loadExportable(files);
  return armProblems(exportable, armLayout(exportable)).map(
    ({ severity, code, at, message }) => `${at.file}${at.pointer} ${severity} ${code} ${message}`,
  );
}

const SAYS = 'error auth/secret-in-file The template would hold a Google API key that begins with "AIza…"';

test('a secret in the document keeps the template from being written', () => {
  assert.equal(problemsOf(NATIVE('', { info: { title: 'A', description: `Use ${KEY}.`, version: '1' } })), [
    `weather/openapi.json/info/description ${SAYS}`,
  ]);
});

test('so does one in a connection parameter', () => {
  assert.equal(problemsOf(NATIVE(`connection: { parameters: { key: { type: string, default: ${KEY} } } }\n`)), [
    `weather/connector.yaml/connection/parameters/key/default ${SAYS}`,
  ]);
});

test('a key of many lines is found, however it is written', () => {
  const lines = [
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7',
    'VJTUt9Us8cKjMzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dV',
  ];
  const pem = ['-----BEGIN PRIVATE', ' KEY-----', ...lines, '-----END PRIVATE', ' KEY-----']
    .join('\n')
    .replaceAll('\n ', ' ');
  const yaml = `openapi.yaml`;
  const document = `swagger: '2.0'\ninfo:\n  title: Weather\n  version: '1'\n  description: |\n${pem.replaceAll(/^/gm, '    ')}\npaths: {}\n`;
  const found = problemsOf({ [yaml]: document, 'connector.yaml': 'iconBrandColor: "#0a7d55"\n' });
  assert.is(found.length, 1, found.join('\n'));
  assert.match(found[0]!, 'weather/openapi.yaml/info/description error auth/secret-in-file');
});

test('a secret that reaches no byte of the template keeps nothing back', () => {
  const policy = `policies: [{ template: setheader, title: Key, parameters: { name: X-Key, value: ${KEY} } }]\n`;
  const secure = `connection: { parameters: { key: { type: securestring, default: ${KEY} } } }\n`;
  assert.equal(problemsOf({ ...NATIVE(policy + secure), 'README.md': `# Weather\n\nUse ${KEY}.\n` }), []);
});

test.run();
