import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/export-forms');

const ARM = ['export', 'sunrise', '--layout', 'arm', '--out', 'out'];

test('a connector is exported as a template, and what is lost is told', async () => {
  const { path, remove } = sampleTree();
  try {
    const ran = await runCli(path, [...ARM, '--name', 'sunrise-test', '--location', 'West Europe']);
    assert.is(ran.code, 0, ran.stderr);
    assert.equal(readdirSync(join(path, 'out/sunrise')), ['azuredeploy.json', 'azuredeploy.parameters.json']);
    const parameters = readFileSync(join(path, 'out/sunrise/azuredeploy.parameters.json'), 'utf8');
    assert.match(parameters, '"value": "sunrise-test"');
    assert.match(parameters, '"value": "westeurope"');
    assert.match(ran.stdout, 'connectors/sunrise/connector.yaml/publisher  "publisher" is left out');
    assert.is((await runCli(path, ARM)).code, 5, 'it is there already');
    assert.is((await runCli(path, [...ARM, '--force'])).code, 0);
  } finally {
    remove();
  }
});

test('a template that would hold a secret is not written: the finding says where it is', async () => {
  const { path, remove } = sampleTree();
  try {
    const file = join(path, 'connectors/sunrise/connector.yaml');
    const key = ['AIzaSyD4x8Kq7Lm2Np5', 'Rt9Vw3Yz6Bc1Ef0Gh4Jk'].join('');
    appendFileSync(file, `connection:\n  parameters:\n    key: { type: string, default: ${key} }\n`);
    const ran = await runCli(path, ARM);
    assert.is(ran.code, 1, ran.stderr);
    assert.match(
      ran.stdout,
      /connector\.yaml:\d+:\d+ error auth\/secret-in-file {2}The template would hold a Google API key/,
    );
    assert.not.match(ran.stdout, key);
    assert.not.ok(existsSync(join(path, 'out')));
  } finally {
    remove();
  }
});

const REFUSED: readonly (readonly [what: string, args: readonly string[], why: RegExp])[] = [
  ['a name that Azure does not take', [...ARM, '--name', 'a/b'], /1 to 80 letters/],
  ['a region that is none', [...ARM, '--location', '../x'], /A region is written like westeurope/],
  [
    'a name for another form',
    ['export', 'sunrise', '--layout', 'certification', '--out', 'out', '--name', 'a'],
    /--name is for --layout arm/,
  ],
  ['a form that there is not', ['export', 'sunrise', '--layout', 'bicep', '--out', 'out'], /Allowed choices are/],
];

for (const [what, args, why] of REFUSED) {
  test(`${what} is bad usage`, async () => {
    const { path, remove } = sampleTree();
    try {
      const ran = await runCli(path, args);
      assert.is(ran.code, 2);
      assert.match(ran.stderr, why);
      assert.not.ok(existsSync(join(path, 'out')));
    } finally {
      remove();
    }
  });
}

test('a connector that certification would send back is not packed: the findings say why', async () => {
  const { path, remove } = sampleTree();
  try {
    const ran = await runCli(path, ['export', 'sunrise', '--layout', 'certification', '--out', 'out']);
    assert.is(ran.code, 1, ran.stderr);
    assert.match(ran.stdout, /connectors\/sunrise\/README\.md:1:1 error readme\/sections {2}The readme has no section/);
    assert.match(ran.stdout, 'Add a square PNG');
    assert.not.ok(existsSync(join(path, 'out')));
  } finally {
    remove();
  }
});

test('one that it would take becomes a zip', async () => {
  const { path, remove } = sampleTree();
  try {
    cpSync('connectors/open-meteo', join(path, 'connectors/open-meteo'), { recursive: true });
    const ran = await runCli(path, ['export', 'open-meteo', '--layout', 'certification', '--out', 'out']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.equal(readdirSync(join(path, 'out/open-meteo')), ['open-meteo.zip']);
    assert.match(ran.stdout, 'The solutions that verified publishers hand in are not in the zip');
  } finally {
    remove();
  }
});

test.run();
