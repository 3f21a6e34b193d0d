import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { scopeText } from '../../src/domain/scope.ts';
import { SCOPE, withRegistry } from './harness.ts';
import { audience, BINDING, withIssuer } from './issuer.ts';

const test = suite('server/oidc-replay');

const NOW = new Date('2026-03-01T12:00:00.000Z');
const LEEWAY_SECONDS = 5;
/** Seconds until the identity token ends. */
const LIFETIME_SECONDS = 300;

// An id that is forgotten while its token is still accepted lets the token in twice.
const LATER: readonly (readonly [string, number, string])[] = [
  ['at once', 0, 'oidc/replayed'],
  ['a second before its token ends', LIFETIME_SECONDS - 1, 'oidc/replayed'],
  ['when its token ends', LIFETIME_SECONDS, 'oidc/replayed'],
  ['in the last second that clocks may differ', LIFETIME_SECONDS + LEEWAY_SECONDS - 1, 'oidc/replayed'],
  ['after that', LIFETIME_SECONDS + LEEWAY_SECONDS, 'oidc/expired'],
  ['an hour later', 3600, 'oidc/expired'],
];

for (const [when, seconds, code] of LATER) {
  test(`an identity token that is used again ${when} is refused with ${code}`, () =>
    withIssuer(NOW, async ({ url: issuer, jwksUrl, sign }) =>
      withRegistry(
        async ({ call, clock, url, token: tokenFor }) => {
          const operator = await tokenFor({ role: 'operator' });
          const { subscription, region } = SCOPE;
          const bound = { ...BINDING, subscription, region };
          await call('/v1/bindings', { method: 'POST', token: operator, body: bound });
          const exchange = async (token: string) =>
            call('/v1/auth/github-oidc', {
              method: 'POST',
              body: { token, scope: scopeText(SCOPE), purpose: 'read' },
            });
          const first = await sign({ aud: audience(url, SCOPE) });
          assert.is((await exchange(first)).status, 200);
          clock.now = new Date(NOW.getTime() + seconds * 1000);
          // Another exchange in between is what clears out old ids.
          const seen = Math.floor(clock.now.getTime() / 1000);
          const other = { iat: seen, nbf: seen, exp: seen + 300, aud: audience(url, SCOPE) };
          assert.is((await exchange(await sign(other))).status, 200);
          assert.is((await exchange(first)).json.code, code);
        },
        { oidc: { issuer, jwksUrl, leewaySeconds: LEEWAY_SECONDS } },
      ),
    ));
}

test.run();
