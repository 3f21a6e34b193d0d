import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deprecatedOperation } from '../../src/way-out/deprecated-operation.ts';

const test = suite('way-out/deprecated-operation');

const texts = (summary: string, description: string): unknown[] => {
  const result = deprecatedOperation({ summary, description });
  return [result['summary'], result['description']];
};

test('summary and description say so', () => {
  assert.equal(texts('Get it', 'Gets it.'), ['Get it (deprecated)', 'Gets it (deprecated).']);
  assert.equal(texts('Get it ', 'Gets it'), ['Get it (deprecated)', 'Gets it (deprecated)']);
  assert.equal(texts('Get (DEPRECATED)', 'Deprecated: use another.'), ['Get (DEPRECATED)', 'Deprecated: use another.']);
  assert.equal(texts('', 'What?'), ['', 'What? (deprecated)']);
});

test('a summary is cut at a word, so that the mark fits', () => {
  const [summary] = texts(`${'word '.repeat(15)}wonderful`, '');
  assert.is(summary, `${'word '.repeat(13).trim()} (deprecated)`);
  assert.ok(String(texts('x'.repeat(100), '')[0]).length <= 80);
  assert.is(texts(`${'a'.repeat(60)}, ${'b'.repeat(20)}`, '')[0], `${'a'.repeat(60)} (deprecated)`);
});

test('what is not there, or deprecated already, stays as it is', () => {
  assert.equal(deprecatedOperation({ operationId: 'A' }), { operationId: 'A', deprecated: true });
  const old = { deprecated: true, summary: 'Old' };
  assert.is(deprecatedOperation(old), old);
});

test('beside a new version it is the earlier revision, and shown under more options; what is hidden stays so', () => {
  const version = { family: 'Get', formerRevision: 1, revision: 2, id: 'Get_V2' };
  const annotation = { family: 'Get', revision: 1 };
  assert.equal(deprecatedOperation({ 'x-ms-visibility': 'important' }, version), {
    'x-ms-visibility': 'advanced',
    'x-ms-api-annotation': annotation,
    deprecated: true,
  });
  const hidden = { 'x-ms-visibility': 'internal', 'x-ms-api-annotation': { status: 'Production' }, deprecated: true };
  assert.equal(deprecatedOperation(hidden, version), {
    ...hidden,
    'x-ms-api-annotation': { status: 'Production', ...annotation },
  });
});

test.run();
