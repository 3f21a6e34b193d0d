import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/import-arm');

test('a template that was exported is imported, validated, and merged when it is imported again', async () => {
  const { path, remove } = sampleTree();
  try {
    await runCli(path, ['export', 'sunrise', '--layout', 'arm', '--out', 'out']);
    const source = 'out/sunrise/azuredeploy.json';
    const ran = await runCli(path, ['import', source, '--name', 'sunset']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    const folder = join(path, 'connectors/sunset');
    assert.equal(readdirSync(folder).toSorted(), ['.import.json', 'connector.yaml', 'openapi.json']);
    assert.match(readFileSync(join(folder, 'connector.yaml'), 'utf8'), 'iconBrandColor: "#a5441f"');
    const manifest = readFileSync(join(folder, 'connector.yaml'), 'utf8');
    writeFileSync(join(folder, 'connector.yaml'), `${manifest}labels: [mine]\n`);
    writeFileSync(
      join(path, source),
      readFileSync(join(path, source), 'utf8').replaceAll('Get the times of a day', 'Get sunrise'),
    );
    const again = await runCli(path, ['import', source, '--name', 'sunset']);
    assert.is(again.code, 0, again.stdout + again.stderr);
    assert.match(readFileSync(join(folder, 'connector.yaml'), 'utf8'), 'labels: [mine]');
    assert.match(readFileSync(join(folder, 'openapi.json'), 'utf8'), 'Get sunrise');
  } finally {
    remove();
  }
});

test('a flag that would change it is bad usage', async () => {
  const { path, remove } = sampleTree();
  try {
    writeFileSync(join(path, 'a.json'), '[{"type": "Microsoft.Web/customApis", "properties": {"swagger": {}}}]');
    const ran = await runCli(path, ['import', 'a.json', '--title', 'Other']);
    assert.is(ran.code, 2);
    assert.match(ran.stderr, '--title is not for an ARM resource, which is imported as it is');
  } finally {
    remove();
  }
});

test.run();
