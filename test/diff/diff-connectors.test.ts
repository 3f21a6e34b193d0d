import { readdirSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../src/domain/change.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { CHANGE_KINDS } from '../../src/diff/change-kinds.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { updateLabel } from '../../src/diff/update-label.ts';
import { assertGolden } from '../golden.ts';
import { connectorIn, connectorOf } from './connector-of.ts';

const FIXTURES = 'test/fixtures/diff';
const CASES = readdirSync(FIXTURES).map((name) => {
  const before = connectorIn(`${FIXTURES}/${name}/before`);
  const after = connectorIn(`${FIXTURES}/${name}/after`);
  return { name, before, after, changes: diffConnectors(before, after) };
});

const test = suite('diff/diff-connectors');

/** About several connectors, or judged from what else is known. */
const ELSEWHERE =
  /^(connector-(added|removed|moved|renamed)|operation-removed-after-notice|version-not-moved|too-many-changes)$/;

const line = (change: Change): string =>
  [
    `${change.class} ${change.kind}${change.effect === undefined ? '' : ` (${change.effect})`} ${change.fingerprint}`,
    `  ${change.message}`,
    `  at ${change.removed ? 'older ' : ''}${change.part} ${change.pointer}`,
    `  ${change.products.join(', ')}`,
    ...(change.operations === undefined ? [] : [`  reaches ${change.operations.join(', ')}`]),
    ...(change.probable === undefined ? [] : ['  probably']),
  ].join('\n');

for (const { name, before, after, changes } of CASES) {
  test(`${name}: the changes are the golden ones`, () => {
    const { update, semver } = updateLabel(changes);
    assertGolden(`${FIXTURES}/${name}/changes.txt`, `${[`${update} ${semver}`, ...changes.map(line)].join('\n')}\n`);
  });

  test(`${name}: every place is there, and no two changes share a fingerprint`, () => {
    for (const { part, pointer, removed, message } of changes) {
      if (part !== 'openapi' && part !== 'properties') continue;
      assert.is.not(valueAt((removed ? before : after)[part]?.value, pointer), undefined, `${message}: ${pointer}`);
    }
    assert.is(new Set(changes.map(({ fingerprint }) => fingerprint)).size, changes.length);
  });

  test(`${name}: nothing changes from a version to itself`, () => {
    assert.equal(diffConnectors(before, before), []);
    assert.equal(diffConnectors(after, after), []);
  });
}

test('the same meaning in other words is no change', () => {
  assert.equal(CASES.find(({ name }) => name === 'same-meaning')?.changes, []);
});

test('every kind that concerns one connector occurs in a fixture', () => {
  const seen = new Set(CASES.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
  const missing = Object.keys(CHANGE_KINDS).filter((kind) => !ELSEWHERE.test(kind) && !seen.has(kind));
  assert.equal(missing, []);
});

test('a part that one side lacks is not compared', () => {
  const whole = connectorOf({ openapi: { paths: {}, host: 'a' }, properties: { publisher: 'a' } });
  assert.equal(diffConnectors(whole, connectorOf({})), []);
  assert.equal(diffConnectors(connectorOf({}), whole), []);
});

test('a certified connector must not change how it authenticates', () => {
  const signing = (type: string) => connectorOf({ properties: { connectionParameters: { key: { type } } } });
  const classes = (certified: boolean): string[] =>
    diffConnectors(signing('securestring'), signing('oauthSetting'), { certified })
      .filter(({ kind }) => kind === 'auth-type-changed')
      .map((change) => change.class);
  assert.equal([classes(true), classes(false)], [['forbidden'], ['breaking']]);
});

test('the fingerprint of a shared change names every operation', () => {
  const shared = (type: string, paths: readonly string[]): JsonObject => ({
    paths: Object.fromEntries(
      paths.map((path) => [
        path,
        { get: { operationId: path, responses: { 200: { schema: { $ref: '#/definitions/A' } } } } },
      ]),
    ),
    definitions: { A: { type } },
  });
  const change = (paths: readonly string[]): Change | undefined =>
    diffConnectors(
      connectorOf({ openapi: shared('string', paths) }),
      connectorOf({ openapi: shared('integer', paths) }),
    )[0];
  const [one, two, three, back] = [['/a'], ['/a', '/b'], ['/a', '/b', '/c'], ['/c', '/b', '/a']].map(change);
  assert.equal([one?.operations, one?.operationId], [undefined, '/a']);
  assert.equal([two?.operations, two?.operationId], [['/a', '/b'], undefined]);
  assert.is(new Set([one, two, three].map((found) => found?.fingerprint)).size, 3);
  assert.is(back?.fingerprint, three?.fingerprint);
});

test('the fingerprint follows the structure and not the words', () => {
  const removal = (id: string, summary: string): Change | undefined => {
    const operation = { operationId: 'Get', summary, responses: {} };
    const before = connectorOf({ id, openapi: { paths: { '/a': { get: operation } } } });
    return diffConnectors(before, connectorOf({ id, openapi: { paths: {} } }))[0];
  };
  assert.is(removal('one', 'a')?.fingerprint, removal('one', 'b')?.fingerprint);
  assert.is.not(removal('one', 'a')?.fingerprint, removal('two', 'a')?.fingerprint);
  assert.match(removal('one', 'a')?.fingerprint ?? '', /^[0-9a-f]{16}$/);
});

test.run();
