import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deriveConnectorId, isDeviceName, newConnectorId, parseConnectorId } from '../../src/domain/connector-id.ts';
import { isSelected, matchesGlob } from '../../src/domain/glob.ts';
import { child, parentOf, pointerTo, tokensOf, valueAt } from '../../src/domain/pointer.ts';
import { parseScope, scopeText } from '../../src/domain/scope.ts';

const test = suite('domain/ids');

for (const [name, want] of [
  ["Africa's Talking SMS", 'africas-talking-sms'],
  ['Asite (Hong Kong)', 'asite-hong-kong'],
  ['1Me Corporate', 'c-1me-corporate'],
  ['Übersetzer', 'ubersetzer'],
  ['日本語', 'connector'],
  ['--x--', 'connector-x'],
  ['C#', 'connector-c'],
  ['a'.repeat(100), 'a'.repeat(63)],
] as const) {
  test(`the folder "${name.slice(0, 24)}" is the connector "${want.slice(0, 24)}"`, () => {
    assert.is(deriveConnectorId(name), want);
  });
}

test('every folder name gives a valid id', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => assert.ok(parseConnectorId(deriveConnectorId(name)))));
});

test('a new folder is not called like a device of Windows, and one that is there stays', () => {
  for (const name of ['CON', 'nul', 'com1', 'LPT0', 'Prn', 'aux']) {
    const id = deriveConnectorId(name);
    assert.is(id, name.toLowerCase());
    assert.is(newConnectorId(id), `connector-${id}`);
    assert.not.ok(isDeviceName(newConnectorId(id)));
  }
  for (const name of ['contoso', 'com10', 'null', 'co']) {
    assert.is(newConnectorId(deriveConnectorId(name)), name);
  }
});

test('ids that only look right are refused', () => {
  for (const text of ['', 'a', 'A-b', '-ab', 'a_b', 'a b', '../x', `a${'b'.repeat(63)}`, 'ab\n']) {
    assert.is(parseConnectorId(text), undefined, JSON.stringify(text));
  }
});

test('a pointer says where, and leads back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (tokens) => {
      assert.equal(tokensOf(pointerTo(...tokens)), tokens);
      assert.is(parentOf(child(pointerTo(...tokens), 'x')), pointerTo(...tokens));
    }),
  );
  assert.is(valueAt({ a: [{ 'b/c': 1 }] }, '/a/0/b~1c'), 1);
  assert.is(valueAt({ a: [1] }, '/a/00'), undefined);
  assert.is(valueAt({}, '/constructor'), undefined);
});

test('a scope has one spelling', () => {
  const text = '11111111-1111-4111-8111-11111111111A/22222222-2222-4222-8222-222222222222/West Europe';
  assert.is(scopeText(parseScope(text)!), text.toLowerCase().replace(' ', ''));
  for (const bad of [
    '',
    'a/b/c',
    `${text}/x`,
    text.replace('11111111-', '{1111111-'),
    text.replace('West Europe', '..'),
  ]) {
    assert.is(parseScope(bad), undefined, bad);
  }
});

test('globs select, in order, and end in time', () => {
  assert.ok(matchesGlob('github-*', 'github-issues'));
  assert.not.ok(matchesGlob('github-*', 'gitlab'));
  assert.ok(matchesGlob('*a*b*', 'xaxbx'));
  assert.not.ok(matchesGlob('a*a', 'a'));
  assert.ok(isSelected(['*', '!old-*', 'old-but-gold'], 'old-but-gold'));
  assert.not.ok(isSelected(['*', '!old-*'], 'old-one'));
  assert.not.ok(isSelected([], 'any'));
  assert.not.ok(matchesGlob('*a'.repeat(5000), 'a'.repeat(4000)));
});

test.run();
