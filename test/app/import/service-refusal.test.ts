import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { serviceRefusal } from '../../../src/app/import/service-refusal.ts';
import { publishedView } from '../../../src/app/import/published-view.ts';
import type { JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/service-refusal');

const three = (...urls: readonly string[]): JsonObject => ({
  openapi: '3.0.3',
  info: { title: 'A', version: '1' },
  paths: {},
  servers: urls.map((url) => ({ url })),
});

const NO_USER = 'is no address of a service: it has to name a host, and no user or password';
const REFUSED: readonly (readonly [document: JsonObject, want: string | undefined])[] = [
  [three('https://user:hidden@a.example/v1?key=hidden'), `"https://***@a.example/v1" ${NO_USER}`],
  [three('/v1', 'https://hid@den@a.example'), `"https://***@a.example" ${NO_USER}`],
  [three('javascript:alert(1)'), '"javascript:alert(1)" is no address of a service: it has to begin with https://'],
  [three('user:hidden@a.example/v1'), '"***@a.example/v1" is no address of a service: it has to begin with https://'],
  [three('a.example/v1'), '"a.example/v1" is no address of a service: write it like https://api.contoso.com/v1'],
  [
    three('https://user:hid/den@a.example'),
    '"https://***@a.example" is no address of a service: write it like https://api.contoso.com/v1',
  ],
  [{ swagger: '2.0', host: 'user:hidden@a.example' }, `"https://***@a.example" ${NO_USER}`],
  [three('/v1', ''), undefined],
  [three(), undefined],
  [{ swagger: '2.0' }, undefined],
];

for (const [document, want] of REFUSED) {
  test(`${JSON.stringify(document['servers'] ?? document)} ${want === undefined ? 'names no address' : 'is told with its fault'}`, () => {
    assert.is(serviceRefusal(document), want);
  });
}

test('the losses of a document say no password', () => {
  const { losses, refused } = publishedView(three('https://user:hidden@a.example/v1'));
  assert.ok(losses.length + refused.length > 0);
  assert.not.match(JSON.stringify([losses, refused]), 'hidden');
});

test.run();
