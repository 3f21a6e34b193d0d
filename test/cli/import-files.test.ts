import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, temporaryFolder } from './run-cli.ts';

const test = suite('cli/import-files');

const FILES: Readonly<Record<string, string>> = {
  'api/openapi.yaml': `openapi: 3.0.3
info: {title: Garden, description: Everything that grows in a garden of one's own., version: "1"}
# Where it is
servers: [{url: https://garden.example}]
paths:
  /plants: {$ref: paths/plants.yaml}
`,
  'api/paths/plants.yaml': `get:
  operationId: ListPlants
  summary: List plants
  description: Lists the plants.
  responses:
    "200":
      description: The plants.
      content: {application/json: {schema: {type: array, items: {$ref: ../plant.json}}}}
`,
  'api/plant.json': '{"type":"object","properties":{"name":{"type":"string"}}}',
};

async function inFolder(more: Readonly<Record<string, string>>, body: (path: string) => Promise<void>): Promise<void> {
  const { path, remove } = temporaryFolder();
  try {
    mkdirSync(join(path, 'api/paths'), { recursive: true });
    for (const [name, text] of Object.entries({ ...FILES, ...more })) writeFileSync(join(path, name), text);
    await body(path);
  } finally {
    remove();
  }
}

test('a document in several files becomes one, and its operations count', () =>
  inFolder({}, async (path) => {
    const ran = await runCli(path, ['import', 'api/openapi.yaml']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, 'Garden: 1 operation,');
    assert.match(ran.stdout, '2 files that the document refers to are taken into it: paths/plants.yaml, plant.json');
    const text = readFileSync(join(path, 'connectors/garden/openapi.yaml'), 'utf8');
    assert.match(text, '# Where it is');
    assert.match(text, '#/components/schemas/plant');
    assert.equal(readdirSync(join(path, 'connectors/garden')).length, 5);
    assert.is((await runCli(path, ['validate', 'connectors'])).code, 0);
    assert.match((await runCli(path, ['import', 'api/openapi.yaml'])).stdout, 'Nothing changes');
  }));

test('a connector whose document is in several files by hand is edited where it stands, and the files are left alone', () =>
  inFolder({}, async (path) => {
    await runCli(path, ['import', 'api/openapi.yaml']);
    const folder = join(path, 'connectors/garden');
    const hook = `post:
  operationId: Subscribe
  summary: Subscribe
  description: Subscribes.
  requestBody:
    content: {application/json: {schema: {type: object, properties: {callbackUrl: {type: string}}}}}
  responses: {"201": {description: Done.}}
`;
    writeFileSync(join(folder, 'hooks.yaml'), hook);
    const document = readFileSync(join(folder, 'openapi.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'openapi.yaml'),
      document.replace(/^paths:\n/m, 'paths:\n  /webhooks: {$ref: hooks.yaml}\n'),
    );
    const elsewhere = await runCli(path, ['edit', 'garden', '--trigger', 'Subscribe']);
    assert.is(elsewhere.code, 2);
    const ran = await runCli(path, ['edit', 'garden', '--title', 'My garden']);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(readFileSync(join(folder, 'openapi.yaml'), 'utf8'), 'title: My garden');
    assert.is(readFileSync(join(folder, 'hooks.yaml'), 'utf8'), hook);
  }));

test('a file that cannot be read is told by its name', () =>
  inFolder({ 'api/plant.json': '{' }, async (path) => {
    const ran = await runCli(path, ['import', 'api/openapi.yaml']);
    assert.is(ran.code, 2);
    assert.match(ran.stderr, '"plant.json", which the document refers to, cannot be read');
    assert.not.ok(existsSync(join(path, 'connectors')));
  }));

test('nothing outside of the document’s folder is taken in', () =>
  inFolder({ 'secret.yaml': 'description: hidden-word\n' }, async (path) => {
    symlinkSync(join(path, 'secret.yaml'), join(path, 'api/link.yaml'));
    const schema = (reference: string): string => `    S: {$ref: "${reference}"}\n`;
    for (const reference of ['../secret.yaml', 'link.yaml', join(path, 'secret.yaml')]) {
      writeFileSync(
        join(path, 'api/openapi.yaml'),
        `${FILES['api/openapi.yaml']}components:\n  schemas:\n${schema(reference)}`,
      );
      await runCli(path, ['import', 'api/openapi.yaml', '--force']);
      const folder = join(path, 'connectors/garden');
      for (const name of readdirSync(folder))
        assert.not.match(readFileSync(join(folder, name), 'latin1'), 'hidden-word');
    }
  }));

test.run();
