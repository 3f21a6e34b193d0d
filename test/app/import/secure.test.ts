import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { authenticationOf, type Authentication } from '../../../src/app/import/authentication.ts';
import { publishedView } from '../../../src/app/import/published-view.ts';
import { secured } from '../../../src/app/import/secure.ts';
import type { JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/secure');

const OPERATION: JsonObject = { operationId: 'Get', responses: { 200: { description: 'Fine.' } } };
const TWO: JsonObject = {
  swagger: '2.0',
  info: { title: 'A', version: '1' },
  host: 'a.example',
  securityDefinitions: { old: { type: 'basic' } },
  security: [{ old: [] }],
  paths: {
    '/open': { get: { ...OPERATION, operationId: 'Open', security: [] } },
    '/own': { get: { ...OPERATION, operationId: 'Own', security: [{ old: [] }] } },
  },
};
const THREE: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'A', version: '1' },
  servers: [{ url: 'https://a.example' }],
  security: [{ old: [] }],
  paths: TWO['paths'] ?? null,
  components: { schemas: { A: { type: 'object' } }, securitySchemes: { old: { type: 'http', scheme: 'basic' } } },
};

const https = fc.constantFrom('https://login.contoso.com/a', 'https://login.contoso.com/b?c=d');
const wanted: fc.Arbitrary<Authentication> = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  fc.constant({ kind: 'basic' } as const),
  fc.record(
    {
      kind: fc.constant('api-key' as const),
      name: fc.constantFrom('X-Key', 'Authorization', 'key'),
      location: fc.constantFrom('header' as const, 'query' as const),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('oauth2' as const),
      authorizationUrl: https,
      tokenUrl: https,
      scopes: fc.uniqueArray(fc.constantFrom('read', 'write', 'a:b'), { maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
);

for (const [name, document] of [['2.0', TWO] as const, ['3', THREE] as const]) {
  test(`an OpenAPI ${name} document asks for what was wanted, whatever it asked for before`, () => {
    fc.assert(
      fc.property(wanted, wanted, (first, second) => {
        const after = secured(secured(document, first), second);
        assert.equal(authenticationOf(publishedView(after).document), second);
      }),
    );
  });

  test(`an OpenAPI ${name} document that asks for it already stays as it is`, () => {
    fc.assert(
      fc.property(wanted, (one) => {
        const once = secured(document, one);
        assert.is(secured(once, one), once);
      }),
    );
    assert.is(secured(document, { kind: 'basic' }), document);
  });

  test(`an operation of OpenAPI ${name} that asks for nothing stays so, and one with its own follows`, () => {
    const { paths } = secured(document, { kind: 'api-key', name: 'X-Key', location: 'header' }) as {
      readonly paths: Readonly<Record<string, { readonly get: JsonObject }>>;
    };
    assert.equal(paths['/open']?.get['security'], []);
    assert.is(paths['/own']?.get['security'], undefined);
  });
}

test('without any authentication no empty shelf is left', () => {
  const { components: _, ...bare } = THREE;
  const after = secured(
    { ...bare, components: { securitySchemes: { old: { type: 'http', scheme: 'basic' } } } },
    { kind: 'none' },
  );
  assert.not.ok('components' in after);
  assert.not.ok('security' in after);
});

test.run();
