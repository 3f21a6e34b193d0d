import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { applyNotice, deprecatedRemovals, type Notice } from '../../src/diff/notice.ts';
import { connectorOf } from './connector-of.ts';

const test = suite('diff/notice');

const connector = (operations: Readonly<Record<string, JsonObject>>): Connector =>
  connectorOf({
    openapi: {
      paths: Object.fromEntries(
        Object.entries(operations).map(([id, more]) => [
          `/${id}`,
          { get: { operationId: id, responses: { '200': { description: '.' } }, ...more } },
        ]),
      ),
    },
  });

const BEFORE = connector({ Old: { deprecated: true }, Used: {}, When: { deprecated: true, 'x-ms-trigger': 'single' } });
const CHANGES = diffConnectors(BEFORE, connector({}));

const noticed = (more: Partial<Notice>) =>
  applyNotice(CHANGES, BEFORE, { now: '2027-03-01', days: 30, since: new Map(), ...more }).map(
    ({ kind, class: danger, message }) => [danger, kind, message],
  );

const removed = (id: string, known: string): string[] => [
  'breaking',
  'operation-removed',
  `Action "${id}"${known} is removed`,
];

test('the removals whose day is asked for are those of deprecated operations', () => {
  assert.equal(deprecatedRemovals(CHANGES, BEFORE), ['Old', 'When']);
  assert.equal(deprecatedRemovals(CHANGES, connectorOf({})), []);
});

test('after its notice a removal is a warning, before it breaks', () => {
  const since = new Map([
    ['Old', '2027-01-30'],
    ['When', '2027-01-31'],
  ]);
  assert.equal(
    noticed({ since, days: 30 }).map(([danger]) => danger),
    ['warning', 'breaking', 'breaking'],
  );
  assert.equal(noticed({ since, days: 29 })[2], [
    'warning',
    'operation-removed-after-notice',
    'Trigger "When" is removed, 29 days after its deprecation on 2027-01-31',
  ]);
  assert.equal(noticed({ since })[2], [
    'breaking',
    'operation-removed',
    'Trigger "When" is removed 29 days after its deprecation on 2027-01-31, and 30 are asked for',
  ]);
});

test('without a day nobody knows, and what was not deprecated has none', () => {
  assert.equal(noticed({})[0], removed('Old', ', which was deprecated,'));
  assert.equal(noticed({ since: new Map([['Used', '2020-01-01']]) })[1], removed('Used', ''));
});

test('no days are asked for, and a day that is still to come counts as none', () => {
  assert.is(noticed({ days: 0, since: new Map([['Old', '2027-03-01']]) })[0]?.[0], 'warning');
  assert.match(noticed({ since: new Map([['Old', '2027-05-01']]) })[0]?.[2] ?? '', 'is removed 0 days after');
});

test('the fingerprint is the one that an acknowledgement names', () => {
  const after = applyNotice(CHANGES, BEFORE, { now: '2027-03-01', days: 30, since: new Map([['Old', '2026-01-01']]) });
  assert.equal(
    after.map(({ fingerprint }) => fingerprint),
    CHANGES.map(({ fingerprint }) => fingerprint),
  );
});

test.run();
