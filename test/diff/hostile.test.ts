import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../src/domain/change.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { connectorOf } from './connector-of.ts';

// Documents made so that what is shared multiplies: each ends in the time of a document that is not, or the test run does not.

const test = suite('diff/hostile');

const A = { $ref: '#/definitions/A' };

/** So many operations that answer with the same definition. */
const sharing = (operations: number, definitions: JsonObject, schema: JsonObject = A): JsonObject => ({
  paths: Object.fromEntries(
    Array.from({ length: operations }, (_, index) => [
      `/${index}`,
      { get: { operationId: `Get${index}`, responses: { 200: { description: 'OK', schema } } } },
    ]),
  ),
  definitions,
});

const diff = (before: JsonObject, after: JsonObject): Change[] =>
  diffConnectors(connectorOf({ openapi: before }), connectorOf({ openapi: after }));

const numbered = <T>(count: number, prefix: string, value: T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}x`, value]));

const told = (changes: readonly Change[]): string[] =>
  changes.map(({ kind, operations = [] }) => `${kind} ${operations.length}`);

test('a text of a megabyte that 2,000 operations share', () => {
  const described = (description: string): JsonObject => sharing(2000, { A: { type: 'string', description } });
  const text = 'x'.repeat(1_000_000);
  assert.equal(told(diff(described(text), described(`${text}y`))), ['description-changed 2000']);
});

test('a list of 20,000 values that 1,000 operations share', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => `v${index}`);
  const listed = (list: readonly string[]): JsonObject =>
    sharing(1000, { A: { type: 'string', enum: list } }, { type: 'array', items: A });
  assert.equal(told(diff(listed(values), listed(values.toReversed()))), ['display-order-changed 1000']);
});

test('5,000 fields of a type with 5,000 fields take other names', () => {
  const wide: JsonObject = { type: 'object', properties: numbered(5000, 'w', { type: 'string' }) };
  const named = (prefix: string): JsonObject =>
    sharing(1, { A: { properties: numbered(5000, prefix, { $ref: '#/definitions/B' }) }, B: wide });
  assert.is(diff(named('a'), named('b')).length, 10_000);
});

test('more differences than anybody lists are cut short, and that is said', () => {
  const extended = (more: JsonObject): JsonObject => sharing(400, { A: { type: 'string', ...more } });
  const changes = diff(extended(numbered(500, 'x-', 1)), extended({}));
  assert.is(changes.at(-1)?.kind, 'too-many-changes');
  assert.is(changes.at(-1)?.class, 'breaking');
  assert.is(changes.length, 501);
});

test('two rings of definitions whose lengths have no common divisor', () => {
  const ring = (length: number): JsonObject =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => {
        const next = { $ref: `#/definitions/${index + 1 === length ? 'A' : `A${index + 1}`}` };
        return [index === 0 ? 'A' : `A${index}`, { type: 'object', properties: { next } }];
      }),
    );
  const changes = diff(sharing(1, ring(599)), sharing(1, ring(601)));
  assert.equal(told(changes), ['too-many-changes 0']);
});

test.run();
