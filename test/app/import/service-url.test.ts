import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { publishedView } from '../../../src/app/import/published-view.ts';
import { serviceUrlFault, serviceUrlOf, withServiceUrl } from '../../../src/app/import/service-url.ts';
import type { JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/service-url');

const READ: readonly (readonly [document: JsonObject, want: string | undefined])[] = [
  [{ host: 'a.example' }, 'https://a.example'],
  [{ host: 'a.example', basePath: '/v1/' }, 'https://a.example/v1'],
  [{ host: 'a.example:8080', schemes: ['http'] }, 'http://a.example:8080'],
  [{ host: 'a.example', schemes: ['http', 'https'] }, 'https://a.example'],
  [{ host: '' }, undefined],
  [{ host: 'user:secret@a.example' }, undefined],
  [{}, undefined],
  [{ host: 7 }, undefined],
];

for (const [document, want] of READ) {
  test(`${JSON.stringify(document)} is at ${want ?? 'no known place'}`, () => {
    assert.is(serviceUrlOf(document), want);
  });
}

const INFO = { info: { title: 'A', version: '1' }, paths: {} };
const urls = fc
  .tuple(
    fc.constantFrom('https', 'http'),
    fc.constantFrom('a.example', 'api.contoso.com:8443'),
    fc.constantFrom('', '/v1', '/a/b'),
  )
  .map(([scheme, host, path]) => `${scheme}://${host}${path}`);

for (const version of [
  { swagger: '2.0' },
  { openapi: '3.0.3' },
  { openapi: '3.1.0', servers: [{ url: 'https://old.example/x' }] },
]) {
  test(`what is written into ${JSON.stringify(version)} is what is read from it`, () => {
    fc.assert(
      fc.property(urls, (url) => {
        const after = withServiceUrl({ ...version, ...INFO }, url);
        assert.is(serviceUrlOf(publishedView(after).document), url);
        assert.equal(Object.keys(after).slice(0, 2), [Object.keys(version)[0], 'info']);
      }),
    );
  });
}

test('a server that is only a path is one below the service, unless the service says its own', () => {
  const document = { openapi: '3.0.0', ...INFO, servers: [{ url: '/v2', description: 'Ours' }, { url: '/v3' }] };
  assert.equal(withServiceUrl(document, 'https://a.example')['servers'], [
    { url: 'https://a.example/v2', description: 'Ours' },
  ]);
  assert.equal(withServiceUrl(document, 'https://a.example/v9')['servers'], [
    { url: 'https://a.example/v9', description: 'Ours' },
  ]);
});

const FAULTS: readonly (readonly [text: string, isFault: boolean])[] = [
  ['https://api.contoso.com/v1', false],
  ['http://localhost:3000', false],
  ['api.contoso.com', true],
  ['ftp://a.example', true],
  ['https://user:secret@a.example', true],
  ['https://a.example/?key=1', true],
  ['https://a.example/#top', true],
  ['javascript:alert(1)', true],
  ['', true],
];

for (const [text, isFault] of FAULTS) {
  test(`"${text}" ${isFault ? 'is no address of a service' : 'can be a service'}`, () => {
    assert.is(serviceUrlFault(text) !== undefined, isFault);
  });
}

test.run();
