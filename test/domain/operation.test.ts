import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { operationsOf } from '../../src/domain/operation.ts';

const test = suite('domain/operation');

test('an extension beside the paths has no operations', () => {
  const get = { operationId: 'A', responses: {} };
  const document = { swagger: '2.0', paths: { 'x-drafts': { get }, '/a': { get }, '/x-b': { get } } };
  assert.equal(
    operationsOf(document).map(({ path }) => path),
    ['/a', '/x-b'],
  );
});

test.run();
