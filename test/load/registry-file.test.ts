import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json } from '../../src/domain/json.ts';
import { EMPTY_REGISTRY_FILE } from '../../src/domain/registry-file.ts';
import { parseRegistryFile } from '../../src/load/registry-file.ts';
import { describeProblem } from '../../src/schema/describe-problem.ts';
import { assertGolden } from '../golden.ts';

const test = suite('load/registry-file');

const FIXTURES = 'test/fixtures/registry-file';

const TARGET = {
  name: 'production',
  tenant: '2f5c1d3e-0b7a-4c43-9a3e-6f8c1b2d4e50',
  subscription: '7d1a9c52-5b0e-4f6d-8a57-3c2b1e0f9d84',
  region: 'westeurope',
  registry: 'https://registry.contoso.com',
  connectors: ['*'],
  stage: 'registered',
} as const;

const registryWith = (...targets: readonly Json[]): Json => ({ version: 1, targets });

for (const file of globSync(`${FIXTURES}/*.yaml`).toSorted()) {
  test(`${basename(file, '.yaml')}: what is right is read, what is wrong is told`, () => {
    const { registry, problems } = parseRegistryFile(load(readFileSync(file, 'utf8')));
    const told = problems.map(
      (problem) => `${problem.pointer} ${problem.keyword}: ${describeProblem(problem).message}`,
    );
    const read = { ...registry, ids: Object.fromEntries(registry.ids) };
    assertGolden(file.replace(/\.yaml$/, '.txt'), `${told.join('\n')}\n\n${JSON.stringify(read, undefined, 2)}\n`);
  });
}

test('spellings are folded: GUIDs, regions, final slashes, GitHub ids', () => {
  const { registry, problems } = parseRegistryFile({
    version: 1,
    targets: [
      { ...TARGET, tenant: TARGET.tenant.toUpperCase(), region: 'West Europe', registry: 'https://r.contoso.com/a/' },
    ],
    owners: [{ connectors: '*', users: [TARGET.tenant.toUpperCase()], github: [583231, '583232'] }],
    profiles: [{ folder: 'a/b/', profile: 'strict' }],
    ids: { 'a/Mail (old)/': 'mail' },
  });
  assert.equal(problems, []);
  assert.is(registry.targets[0]?.scope.tenant, TARGET.tenant);
  assert.is(registry.targets[0]?.scope.region, 'westeurope');
  assert.is(registry.targets[0]?.registry, 'https://r.contoso.com/a');
  assert.equal(registry.owners[0]?.owners, { users: [TARGET.tenant], groups: [], github: ['583231', '583232'] });
  assert.equal(registry.profiles, [{ folder: 'a/b', profile: 'strict' }]);
  assert.equal([...registry.ids], [['a/Mail (old)', 'mail']]);
});

test('what is absent has a default', () => {
  const { registry } = parseRegistryFile(registryWith({ ...TARGET, thresholds: { minimum: 3 } }));
  assert.equal(registry.targets[0]?.labels, []);
  assert.equal(registry.targets[0]?.thresholds, { retiredShare: 0.3, minimum: 3 });
  assert.equal(parseRegistryFile({ version: 1 }), { registry: EMPTY_REGISTRY_FILE, problems: [] });
});

test("two published targets in one scope would retire each other's connectors", () => {
  const twice = registryWith(TARGET, {
    ...TARGET,
    name: 'second',
    region: 'West Europe',
    registry: `${TARGET.registry}/`,
  });
  assert.equal(
    parseRegistryFile(twice).problems.map(({ pointer, keyword }) => `${pointer} ${keyword}`),
    ['/targets/1 duplicate'],
  );
  const draft = registryWith(TARGET, { ...TARGET, name: 'second', stage: 'draft' });
  assert.equal(parseRegistryFile(draft).problems, []);
});

test('a region that folds to nothing is told at its place', () => {
  const { registry, problems } = parseRegistryFile(registryWith({ ...TARGET, region: 'a   ' }));
  assert.equal(registry.targets, []);
  assert.equal(
    problems.map(({ pointer, keyword }) => `${pointer} ${keyword}`),
    ['/targets/0/region pattern'],
  );
});

for (const [name, value] of [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['a text', 'version: 1'],
] as const) {
  test(`${name} is a problem and reads as an empty registry`, () => {
    const { registry, problems } = parseRegistryFile(value);
    assert.is(problems.length, 1);
    assert.equal(registry, EMPTY_REGISTRY_FILE);
  });
}

test('with too many problems to know them all, nothing is read', () => {
  const many = registryWith(TARGET, ...Array.from({ length: 300 }, () => 7));
  assert.equal(parseRegistryFile(many).registry, EMPTY_REGISTRY_FILE);
});

test.run();
