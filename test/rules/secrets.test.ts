import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { createLocator } from '../../src/places/locator.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { renderValidateGithub } from '../../src/report/validate-github.ts';
import { renderValidateMarkdown } from '../../src/report/validate-markdown.ts';
import { validateReport } from '../../src/report/validate-report.ts';
import { renderValidateSarif } from '../../src/report/validate-sarif.ts';
import { renderValidateText } from '../../src/report/validate-text.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { memoryTree } from '../load/memory-tree.ts';
import { connectorOf, documentOf } from './connector-of.ts';

// Put together here, so that nobody who scans this repository takes them for real ones.
const LETTERS = 'kW7rT2vQ9zB4mC8dF5gH2jN6pL3sX1yA0eUo';
const GITHUB = `ghp_${LETTERS}`;
const STRIPE = `sk_live_${LETTERS}`;
const CLIENT = 'hunter2000-of-the-pets';

const loaded = (files: Readonly<Record<string, string>>): Connector =>
  loadTree(memoryTree(Object.fromEntries(Object.entries(files).map(([name, text]) => [`pets/${name}`, text]))), [''])
    .connectors[0]!;

const placesOf = (connector: Connector): readonly string[] => {
  const locate = createLocator(connector.texts);
  return checkConnectors([connector], () => 'base')
    .filter(({ code }) => code === 'auth/secret-in-file')
    .map(({ at }) => `${at.file}:${locate(at).start.line}:${locate(at).start.column} ${at.pointer ?? ''}`);
};

const test = suite('rules/secrets');

test('a secret in a long text has the place of the secret, and is known by the value that holds it', () => {
  const text = `swagger: "2.0"\ninfo:\n  title: Pets\n  description: |\n    Call it\n    with ${GITHUB} please\npaths: {}\n`;
  assert.equal(placesOf(loaded({ 'openapi.yaml': text })), ['pets/openapi.yaml:6:10 /info/description']);
});

test('a secret in a comment or in any other file has its place in the text', () => {
  const files = { 'openapi.yaml': `# ${GITHUB}\nswagger: "2.0"\n`, 'tests/a.http': `GET /\r\nX-Key: ${STRIPE}\r\n` };
  assert.equal(placesOf(loaded(files)), ['pets/openapi.yaml:1:3 ', 'pets/tests/a.http:2:8 ']);
});

test('the same secret in several values is told at each', () => {
  const text = `swagger: "2.0"\nx-a: ${GITHUB}\nx-b: [${GITHUB}, "${GITHUB}"]\n`;
  const places = ['pets/openapi.yaml:2:6 /x-a', 'pets/openapi.yaml:3:7 /x-b/0', 'pets/openapi.yaml:3:50 /x-b/1'];
  assert.equal(placesOf(loaded({ 'openapi.yaml': text })), places);
});

test('a secret in a document of 3.x is placed where its author wrote it', () => {
  const text = `openapi: 3.0.3\ninfo: { title: Pets, version: "1", description: ${GITHUB} }\nservers: [{ url: https://a.example }]\npaths: {}\n`;
  assert.equal(placesOf(loaded({ 'openapi.yaml': text })), ['pets/openapi.yaml:2:49 /info/description']);
});

test('a secret in what the conversion to 2.0 leaves out is placed as well', () => {
  const text = `openapi: 3.0.3\ninfo: { title: Pets, version: "1", description: Pets }\nservers: [{ url: https://a.example, description: ${GITHUB} }]\npaths: {}\n`;
  assert.equal(placesOf(loaded({ 'openapi.yaml': text })), ['pets/openapi.yaml:3:50 /servers/0/description']);
});

test('a secret in a revision is found in its values', () => {
  const connector = connectorOf(documentOf({ info: { title: 'Pets', description: `Use ${GITHUB}`, version: '1.0' } }));
  const script = { file: 'script.csx', text: `class Script : ScriptBase { string apiKey = "${LETTERS}"; }` };
  const places = ['openapi.json:1:1 /info/description', 'script.csx:1:1 '];
  assert.equal(placesOf({ ...connector, script }), places);
});

test('no format of a report shows a secret', () => {
  const files = {
    'apiDefinition.swagger.json': JSON.stringify(
      documentOf({
        'x-note': GITHUB,
        schemes: [GITHUB],
        definitions: { A: { type: STRIPE, enum: [GITHUB, GITHUB], default: `${'x'.repeat(50)} ${STRIPE}` } },
        securityDefinitions: { [GITHUB]: { type: STRIPE } },
      }),
      undefined,
      2,
    ),
    'apiProperties.json': JSON.stringify({
      properties: {
        iconBrandColor: STRIPE,
        connectionParameters: {
          token: {
            type: 'oauthSetting',
            oAuthSettings: { identityProvider: GITHUB, redirectMode: STRIPE, clientSecret: CLIENT, scope: ['repo'] },
          },
          other: {
            type: 'oauthSetting',
            oAuthSettings: { identityProvider: 'github', clientSecret: { secretRef: CLIENT } },
          },
          key: { type: 'securestring', defaultValue: CLIENT },
        },
        policyTemplateInstances: [
          { templateId: 'setheader', parameters: { 'x-ms-apimTemplateParameter.existsAction': GITHUB } },
        ],
      },
    }),
    'README.md': `# Pets\n\n${STRIPE}\n`,
    'settings.json': JSON.stringify({ clientSecret: CLIENT }),
  };
  const connector = loaded(files);
  const diagnostics = checkConnectors([connector], () => 'strict');
  const report = validateReport(diagnostics, { connectors: 1, files: 4 }, createLocator(connector.texts));
  const shown = {
    text: renderValidateText(report),
    terminal: renderValidateText(report, { texts: connector.texts, paint: PLAIN }),
    markdown: renderValidateMarkdown(report),
    github: renderValidateGithub(report),
    sarif: renderValidateSarif(report),
    json: JSON.stringify(report),
  };
  assert.ok(report.diagnostics.length > 12);
  for (const [format, text] of Object.entries(shown)) {
    for (const secret of [GITHUB, STRIPE, CLIENT])
      assert.not.ok(text.includes(secret.slice(0, 10)), `${format} ${secret}`);
  }
});

test.run();
