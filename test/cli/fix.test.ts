import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/fix');

const DEFINITION = 'connectors/sunrise/openapi.yaml';

interface Repository {
  readonly path: string;
  readonly remove: () => void;
  readonly git: (...args: readonly string[]) => string;
}

function repository(): Repository {
  const folder = sampleTree();
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Pet', '-c', 'user.email=pet@example.com', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });
  mkdirSync(join(folder.path, 'schemas'));
  cpSync('schemas/connector.schema.json', join(folder.path, 'schemas/connector.schema.json'));
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Begin');
  return { ...folder, git };
}

async function inRepository(act: (repository: Repository) => Promise<void>): Promise<void> {
  const here = repository();
  try {
    await act(here);
  } finally {
    here.remove();
  }
}

function change(file: string, edit: (text: string) => string): void {
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

test('the line of the schema is added, once, and nothing else is touched', () =>
  inRepository(async ({ path, git }) => {
    change(join(path, 'connectors/sunrise/connector.yaml'), (text) => text.replace(/^#.*\n/, ''));
    git('commit', '-qam', 'Name no schema');
    const ran = await runCli(path, ['validate', '--fix']);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(
      ran.stdout,
      /^connectors\/sunrise\/connector\.yaml:1:1 mended metadata\/schema-header-missing {2}added # /,
    );
    assert.match(ran.stdout, /Mended 1 finding in 1 file\n/);
    assert.is(git('diff', '--name-only'), 'connectors/sunrise/connector.yaml\n');
    assert.match(
      readFileSync(join(path, 'connectors/sunrise/connector.yaml'), 'utf8'),
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/connector\.schema\.json\n/,
    );
    const again = await runCli(path, ['validate', '--fix']);
    assert.not.match(again.stdout, /mended/i);
  }));

test('JSON says what was mended, and the exit code is by what is left', () =>
  inRepository(async ({ path }) => {
    const file = join(path, DEFINITION);
    change(file, (text) => text.replace(/^host: .*/m, 'host: "not a server"').replace(/swagger: .*/, 'swagger: 2.0'));
    chmodSync(file, 0o640);
    const ran = await runCli(path, ['validate', '--fix', '--format', 'json']);
    assert.is(ran.code, 1, ran.stderr);
    const report = JSON.parse(ran.stdout);
    assert.equal(
      report.fixed.filter((one: { file: string }) => one.file === DEFINITION),
      [
        {
          code: 'document/specification-version',
          connector: 'sunrise',
          file: DEFINITION,
          start: { line: 1, column: 10 },
          before: '2.0',
          after: '"2.0"',
        },
      ],
    );
    assert.equal(
      report.diagnostics
        .filter((one: { severity: string }) => one.severity === 'error')
        .map((one: { code: string }) => one.code),
      ['document/host-name-not-valid'],
    );
    assert.ok(report.diagnostics.every((one: { fixable: boolean }) => !one.fixable));
    assert.is(statSync(file).mode & 0o777, 0o640);
  }));

test('without --fix nothing is written, and the report says what could be mended', () =>
  inRepository(async ({ path, git }) => {
    change(join(path, DEFINITION), (text) => text.replace(/swagger: .*/, 'swagger: 2.0'));
    const before = git('diff');
    const ran = await runCli(path, ['validate', '--format', 'json']);
    const report = JSON.parse(ran.stdout);
    assert.ok(
      report.diagnostics.some(
        (one: { code: string; fixable: boolean }) => one.code === 'document/specification-version' && one.fixable,
      ),
    );
    assert.is(report.fixed, undefined);
    assert.is(git('diff'), before);
  }));

test('with --base only what is new is mended', () =>
  inRepository(async ({ path, git }) => {
    const file = join(path, DEFINITION);
    change(file, (text) => text.replace(/^basePath: .*/m, 'basePath: v1'));
    git('commit', '-qam', 'Break the base path');
    change(file, (text) => text.replace(/swagger: .*/, 'swagger: 2.0'));
    const ran = await runCli(path, ['validate', '--fix', '--base', 'HEAD']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^swagger: "2.0"/);
    assert.match(text, /^basePath: v1$/m);
    assert.is(git('diff', '--name-only'), '');
  }));

test('a name that differs in capital letters is changed', () =>
  inRepository(async ({ path }) => {
    const folder = join(path, 'connectors/sunrise');
    renameSync(join(folder, 'openapi.yaml'), join(folder, 'OpenAPI.yaml'));
    const ran = await runCli(path, ['validate', '--fix', 'connectors']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, /OpenAPI\.yaml:1:1 mended file\/name-not-standard {2}OpenAPI\.yaml -> openapi\.yaml/);
    assert.ok(existsSync(join(folder, 'openapi.yaml')) && !existsSync(join(folder, 'OpenAPI.yaml')));
  }));

test('files outside the working folder are mended too, and shown by the way there', () =>
  inRepository(async ({ path }) => {
    change(join(path, DEFINITION), (text) => text.replace(/swagger: .*/, 'swagger: 2.0'));
    const ran = await runCli(join(path, 'schemas'), ['validate', '--fix', '../connectors']);
    assert.match(ran.stdout, /^\.\.\/connectors\/sunrise\/openapi\.yaml:1:10 mended /m);
    assert.match(readFileSync(join(path, DEFINITION), 'utf8'), /^swagger: "2.0"/);
  }));

test.run();
