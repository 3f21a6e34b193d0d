import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withHouseStyle } from '../../src/app/judge-house-style.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { ENGINE_LIMITS, type EngineLimits } from '../../src/house-style/engine-thread.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { memoryTree } from '../load/memory-tree.ts';
import { inTemporaryFolder } from '../load/temporary-folder.ts';

const test = suite('house-style/limits');
const OPENAPI = 'swagger: "2.0"\ninfo: {title: Pets, description: Lists pets}\npaths: {}\n';
const MANIFEST = 'publisher: Contoso\n';
// What is waited for never comes, so that any limit will do.
const SHORT: EngineLimits = { ...ENGINE_LIMITS, time: 1000 };
const rule = (rest: string): string => `rules:\n  one:\n    ${rest}\n`;

interface Found {
  readonly tree: readonly Finding[];
  readonly connectors: readonly (readonly Finding[])[];
}

async function judge(tree: FileTree, limits = ENGINE_LIMITS): Promise<Found> {
  const loaded = await withHouseStyle({ tree, loaded: loadTree(tree, ['']) }, limits);
  const isOurs = ({ code }: Finding): boolean => /^(?:style|file\/(?:ruleset|house))/.test(code);
  return {
    tree: loaded.findings.filter(isOurs),
    connectors: loaded.connectors.map(({ findings }) => findings.filter(isOurs)),
  };
}

function pets(ruleset: string, openapi = OPENAPI): FileTree {
  return memoryTree({ '.spectral.yaml': ruleset, 'pets/openapi.yaml': openapi, 'pets/connector.yaml': MANIFEST });
}

const codes = (findings: readonly Finding[] | undefined): string[] => (findings ?? []).map(({ code }) => code);

test('a regular expression that backtracks for ever is ended, and says so at the document', async () => {
  const title = `info: {title: ${'a'.repeat(60)}!}\n`;
  const { connectors } = await judge(
    pets(
      rule("given: $.info.title\n    then: {function: pattern, functionOptions: {match: '^(a+)+$'}}"),
      OPENAPI.replace(/info.*\n/, title),
    ),
    SHORT,
  );
  assert.equal(codes(connectors[0]), ['file/house-style-not-finished']);
  assert.match(connectors[0]![0]!.message, 'it ran out of time');
});

test('so is one in a condition', async () => {
  const title = `info: {title: ${'a'.repeat(60)}!}\n`;
  const ruleset = rule('given: $.info[?(@.match(/^(a+)+$/))]\n    then: {function: falsy}');
  const { connectors } = await judge(pets(ruleset, OPENAPI.replace(/info.*\n/, title)), SHORT);
  assert.equal(codes(connectors[0]), ['file/house-style-not-finished']);
});

test('after three of them nothing is waited for, and what was not judged says so', async () => {
  const title = `info: {title: ${'a'.repeat(60)}!}\n`;
  const names = ['a1', 'a2', 'a3', 'a4', 'a5'];
  const files = names.flatMap((name) => [
    [`${name}/openapi.yaml`, OPENAPI.replace(/info.*\n/, title)],
    [`${name}/connector.yaml`, MANIFEST],
  ]);
  const ruleset = rule("given: $.info.title\n    then: {function: pattern, functionOptions: {match: '^(a+)+$'}}");
  const { connectors } = await judge(memoryTree({ ...Object.fromEntries(files), '.spectral.yaml': ruleset }), SHORT);
  assert.equal(
    connectors.map(codes),
    names.map(() => ['file/house-style-not-finished']),
  );
  assert.match(connectors[4]![0]!.message, '3 others took too long');
});

test('references that multiply end, in memory or in time', async () => {
  const levels = Array.from({ length: 40 }, (_, index) => {
    const next = `{$ref: "#/definitions/L${index + 1}"}`;
    return `  L${index}: {properties: {a: ${next}, b: ${next}, c: ${next}}}`;
  });
  const openapi = `${OPENAPI}definitions:\n${levels.join('\n')}\n  L40: {type: string}\n`;
  const { connectors } = await judge(pets(rule('given: $..a\n    then: {function: truthy}'), openapi), {
    time: 1000,
    memory: 256,
  });
  assert.equal(codes(connectors[0]), ['file/house-style-not-finished']);
});

test('a reference that goes round in circles ends', async () => {
  const openapi = `${OPENAPI}definitions:\n  A: {$ref: "#/definitions/B"}\n  B: {$ref: "#/definitions/A"}\n  C: {properties: {c: {$ref: "#/definitions/C"}}}\n`;
  const { connectors } = await judge(
    pets(rule('given: $..*\n    then: {field: nothing, function: truthy}'), openapi),
    SHORT,
  );
  assert.ok(connectors[0]!.length > 0);
});

test('aliases that multiply end', async () => {
  const aliases = Array.from({ length: 30 }, (_, index) => `  A${index}: ['#A${index + 1}.a', '#A${index + 1}.b']`);
  const ruleset = `aliases:\n${aliases.join('\n')}\n  A30: [$.info]\n${rule("given: '#A0'\n    then: {function: truthy}")}`;
  const { tree } = await judge(pets(ruleset), { time: 1000, memory: 128 });
  assert.equal(codes(tree), ['file/ruleset-not-valid']);
});

test('neither a ruleset nor a document makes a request', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end('{}');
  }).listen(0);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const openapi = `${OPENAPI}definitions:\n  A: {$ref: "${address}/a.json"}\n  B: {$ref: "/etc/hostname"}\n  C: {$ref: "b.yaml#/x"}\n`;
  const far = await judge(pets(`extends: ${address}/rules.yaml\n`, openapi));
  assert.equal(codes(far.tree), ['file/ruleset-not-allowed']);
  const near = await judge(pets(rule('given: $.definitions.*\n    then: {field: type, function: truthy}'), openapi));
  assert.equal(codes(near.connectors[0]), ['style/one', 'style/one', 'style/one']);
  await new Promise((resolve) => void server.close(resolve));
  assert.is(requests, 0);
});

test('expressions in a document are text, whatever message they get into', async () => {
  const openapi = OPENAPI.replace('Lists pets', '"#{{print(\\"value\\")}} #{{fac(200)}} {{error}}"');
  const ruleset = rule('given: $.info.description\n    then: {function: enumeration, functionOptions: {values: [a]}}');
  const { connectors } = await judge(pets(ruleset, openapi));
  assert.equal(codes(connectors[0]), ['style/one']);
});

test('no symbolic link is followed, to a ruleset or on the way to one', async () => {
  const folders: FileTree[] = [];
  let judged: Promise<[Found, Found]> | undefined;
  inTemporaryFolder(
    { 'out/rules.yaml': rule('given: $\n    then: {field: x, function: truthy}') },
    ({ root, write }) => {
      for (const name of ['one', 'two']) {
        write(`${name}/pets/openapi.yaml`, OPENAPI);
        write(`${name}/pets/connector.yaml`, MANIFEST);
        folders.push(diskTree(join(root, name)));
      }
      symlinkSync('../out/rules.yaml', join(root, 'one/.spectral.yaml'));
      symlinkSync('../out', join(root, 'two/styles'));
      write('two/.spectral.yaml', 'extends: ./styles/rules.yaml\n');
      // What is read is read before the first wait.
      judged = Promise.all([judge(folders[0]!), judge(folders[1]!)]);
    },
  );
  const [one, two] = await judged!;
  assert.equal(codes(one.tree), ['file/ruleset-not-allowed']);
  assert.equal(codes(two.tree), ['file/ruleset-not-allowed']);
  assert.equal([codes(one.connectors[0]), codes(two.connectors[0])], [[], []]);
});

test('a tree without a ruleset starts no thread and stays as it was', async () => {
  const tree = memoryTree({ 'pets/openapi.yaml': OPENAPI, 'pets/connector.yaml': MANIFEST });
  const loaded = loadTree(tree, ['']);
  assert.is(await withHouseStyle({ tree, loaded }), loaded);
});

test.run();
