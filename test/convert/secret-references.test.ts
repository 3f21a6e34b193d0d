import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { standIn, withClientSecretRefs, withoutTexts, withStandIns } from '../../src/convert/secret-references.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { properties } from './any-properties.ts';

const test = suite('convert/secret-references');

test('only an object that is nothing but a reference is one', () => {
  const document = {
    a: { secretRef: 'KEY' },
    b: [{ secretRef: 'KEY', more: 1 }, { secretRef: 'lower' }, { secretRef: 1 }, { secretref: 'KEY' }, 'secretRef'],
  };
  const { value, secrets } = withStandIns(document);
  assert.is(JSON.stringify(value), JSON.stringify({ ...document, a: '<KEY>' }));
  assert.equal(secrets, [{ name: 'KEY', pointer: '/a' }]);
});

test('a client secret is one only in the settings of a sign-in', () => {
  const document = {
    clientSecret: 'a',
    oAuthSettings: { clientSecret: 'b', nested: { clientSecret: 'c' } },
    'token:clientSecret': { type: 'securestring' },
    list: [{ oAuthSettings: { clientSecret: 'd' } }],
  };
  const { value, secrets } = withClientSecretRefs(document, 'X');
  assert.equal(value, {
    ...document,
    oAuthSettings: { clientSecret: { secretRef: 'X' }, nested: { clientSecret: 'c' } },
    list: [{ oAuthSettings: { clientSecret: { secretRef: 'X_2' } } }],
  });
  assert.equal(secrets, [
    { name: 'X', pointer: '/oAuthSettings/clientSecret' },
    { name: 'X_2', pointer: '/list/0/oAuthSettings/clientSecret' },
  ]);
});

test('a stand-in is read as the reference that it stood for', () => {
  const reference = { oAuthSettings: { clientSecret: { secretRef: 'NAME_1' } } };
  const { value } = withStandIns(reference);
  assert.equal(value, { oAuthSettings: { clientSecret: standIn('NAME_1') } });
  assert.equal(withClientSecretRefs(value, 'OTHER').value, reference);
});

test('no two secrets have one name', () => {
  const secret = (clientSecret: string): JsonObject => ({ oAuthSettings: { clientSecret } });
  const { value } = withClientSecretRefs(
    { a: secret('one'), b: secret('<X_2>'), c: secret('two'), d: secret('one') },
    'X',
  );
  assert.match(JSON.stringify(value), /"X".*"X_2".*"X_3".*"X"/);
  const settings = withoutTexts({ a: { password: 'one' }, b: { password: 'two' } }, (_, key) => key.toUpperCase());
  assert.equal(
    settings.secrets.map(({ name }) => name),
    ['PASSWORD', 'PASSWORD_2'],
  );
});

test('texts that have a name are replaced, and the order of keys stays', () => {
  const { value, secrets } = withoutTexts({ b: 'x', a: ['y', { secret: 'z' }, 'x'] }, (text, key) =>
    text !== 'y' ? `N_${key.toUpperCase()}` : undefined,
  );
  assert.is(JSON.stringify(value), '{"b":"<N_B>","a":["y",{"secret":"<N_SECRET>"},"<N_B>"]}');
  assert.equal(secrets, [
    { name: 'N_B', pointer: '/b' },
    { name: 'N_SECRET', pointer: '/a/1/secret' },
    { name: 'N_B', pointer: '/a/2' },
  ]);
});

test('what holds no reference is left alone, in value and order', () => {
  fc.assert(
    fc.property(properties, (published) => {
      const text = JSON.stringify(published);
      if (!text.includes('"secretRef"')) assert.is(JSON.stringify(withStandIns(published).value), text);
      if (!text.includes('"clientSecret"')) assert.is(JSON.stringify(withClientSecretRefs(published, 'X').value), text);
    }),
  );
});

test.run();
