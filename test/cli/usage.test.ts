import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VERSION } from '../../src/domain/version.ts';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/usage');

const usage: [string, string[], number, string | RegExp][] = [
  ['help', ['--help'], 0, 'Usage: connectors'],
  ['the help of a verb', ['validate', '--help'], 0, '--profile'],
  ['the version', ['--version'], 0, VERSION],
  ['no verb', [], 2, 'Usage: connectors'],
  ['an unknown verb', ['validat'], 2, 'Did you mean validate?'],
  ['an unknown option', ['validate', '--profil', 'base'], 2, 'unknown option'],
  ['a profile that is none', ['validate', '--profile', 'lax'], 2, 'Allowed choices are base'],
  ['a misspelt profile', ['validate', '--profile', 'certifed'], 2, 'Did you mean certified?'],
  ['a misspelt path', ['validate', 'connectors/sunrize'], 2, 'Did you mean "connectors/sunrise"?'],
  ['a day that is none', ['validate', '--now', '2027-02-30'], 2, '"2027-02-30" is no day'],
  ['diff with one side', ['diff', 'connectors'], 2, 'BEFORE and AFTER'],
  ['a target that is not there', ['plan', '--target', 'production'], 2, 'registry.yaml has no target "production"'],
  ['an override without a reason', ['sync', '--override', `sha256:${'a'.repeat(64)}`], 2, 'needs a reason'],
  ['an override that is no digest', ['sync', '--override', 'all', '--reason', 'x'], 2, '"all" is not the digest'],
  ['a rollback to something', ['rollback', 'HEAD~1', '--target', 'local'], 2, '"HEAD~1" is not a release digest'],
  ['a base that git does not know', ['validate', '--base', 'main'], 2, /not a git repository|git/i],
  [
    'a base that looks like an option',
    ['validate', '--base', '--output=/tmp/x'],
    2,
    /no git repository|There is no commit/i,
  ],
  ['a registry that is down', ['plan'], 7, 'The registry at http://127.0.0.1:1 cannot be reached'],
  ['a rule', ['rules', 'operation/id-not-unique'], 0, 'operationId'],
  ['a rule by a part of its code', ['rules', 'id-not-uniqu'], 0, 'operation/id-not-unique'],
  ['a rule by the name that the platform has for it', ['rules', 'HostNameNotValid'], 0, 'document/host-name-not-valid'],
  ['a misspelt rule', ['rules', 'operation/id-not-uniqe'], 2, 'Did you mean operation/id-not-unique?'],
  ['all rules as JSON', ['rules', '--format', 'json'], 0, '"code": "file/missing-api-definition"'],
  ['no such rule', ['rules', 'nonsense'], 2, '"nonsense" names no rule'],
];

for (const [name, args, code, says] of usage) {
  test(`${name}: exit code ${code}`, async () => {
    const tree = sampleTree();
    try {
      const ran = await runCli(tree.path, args);
      assert.match(ran.stdout + ran.stderr, says);
      assert.is(ran.code, code);
    } finally {
      tree.remove();
    }
  });
}

test('something that is no registry is told, and nothing is published', async () => {
  const server = createServer((_, response) => response.end('<html>hello</html>'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const tree = sampleTree();
  try {
    const file = join(tree.path, 'registry.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('127.0.0.1:1', `127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
    const ran = await runCli(tree.path, ['sync']);
    assert.match(ran.stderr, 'something that is not a JSON object: "<html>hello</html>"');
    assert.is(ran.code, 7);
  } finally {
    tree.remove();
    server.close();
  }
});

test('a connector with an error is never planned or published', async () => {
  const tree = sampleTree();
  try {
    writeFileSync(join(tree.path, 'connectors/sunrise/openapi.yaml'), '{');
    for (const verb of ['plan', 'sync']) {
      const ran = await runCli(tree.path, [verb]);
      assert.match(ran.stderr, 'file/yaml-not-valid');
      assert.is(ran.code, 1);
    }
  } finally {
    tree.remove();
  }
});

test('a report goes into a file whole, or not at all', async () => {
  const tree = sampleTree();
  try {
    const good = await runCli(tree.path, ['validate', '--format', 'json', '--output', 'report.json']);
    assert.is(good.code, 0, good.stderr);
    assert.is(JSON.parse(readFileSync(join(tree.path, 'report.json'), 'utf8')).version, 1);
    const bad = await runCli(tree.path, ['validate', '--output', 'no/such/folder/report.json']);
    assert.match(bad.stderr, '"no/such/folder/report.json" cannot be written');
    assert.is(bad.code, 7);
    assert.not.ok(existsSync(join(tree.path, 'no')));
  } finally {
    tree.remove();
  }
});

test('the version is the package’s', () => {
  assert.is(JSON.parse(readFileSync('package.json', 'utf8')).version, VERSION);
});

test.run();
