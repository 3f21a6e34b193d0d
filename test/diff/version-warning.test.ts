import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import type { Json } from '../../src/domain/json.ts';
import { diffConnectors } from '../../src/diff/diff-connectors.ts';
import { versionWarning } from '../../src/diff/version-warning.ts';
import { connectorOf } from './connector-of.ts';

const test = suite('diff/version-warning');

const GET = { get: { operationId: 'Get', responses: { '200': { description: '.' } } } };
const version = (text: Json | undefined, paths: Readonly<Record<string, typeof GET>> = {}): Connector =>
  connectorOf({ openapi: { info: text === undefined ? {} : { version: text }, paths } });

const warned = (before: Connector, after: Connector): string[] =>
  versionWarning(before, after, diffConnectors(before, after)).map(({ kind, message }) => `${kind}: ${message}`);

test('a version that stays with a breaking change is a warning at its place', () => {
  const [before, after] = [version('1.0', { '/a': GET }), version('1.0')];
  const [found, ...others] = versionWarning(before, after, diffConnectors(before, after));
  assert.equal(
    [found?.kind, found?.class, found?.pointer, found?.message],
    [
      'version-not-moved',
      'warning',
      '/info/version',
      'Version "1.0" does not move, although a change breaks what uses the connector',
    ],
  );
  assert.equal(others, []);
});

test('a version that moves is none, and neither is one that is not there', () => {
  assert.equal(warned(version('1.0', { '/a': GET }), version('2.0')), []);
  assert.equal(warned(version(undefined, { '/a': GET }), version(undefined)), []);
  assert.equal(warned(version(1, { '/a': GET }), version(1)), []);
});

test('without a breaking change the version may stay', () => {
  assert.equal(warned(version('1.0'), version('1.0', { '/a': GET })), []);
  assert.equal(warned(version('1.0'), version('1.0')), []);
});

test.run();
