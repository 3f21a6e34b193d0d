import type { Store } from '../adapters/store/store.ts';
import type { Source } from '../domain/release.ts';
import type { TenantId } from '../domain/scope.ts';
import { issueToken, type IssuedToken } from './auth/issue-token.ts';
import { mintSecret } from './auth/secret.ts';

interface Setup {
  readonly tenant: TenantId;
  readonly now: Date;
}

/** Who does what is done on the machine itself, with the data folder at hand. */
const LOCAL = 'local';

/**
 * The first operator token of a tenant that has no token yet; undefined when it has one, revoked ones counted: whoever revoked the last token
 * did not ask for a new door. Only whoever has the data folder can call this.
 */
export async function bootstrap(store: Store, { tenant, now }: Setup): Promise<IssuedToken | undefined> {
  const own = store.tenant(tenant);
  if ((await own.tokens.list()).length > 0) return undefined;
  return issueOperator(store, { tenant, now, name: 'first operator', source: undefined });
}

/** A token for the person at the keyboard: sees all of the tenant, and publishes as `client:local`. */
export async function createLocalToken(store: Store, { tenant, now }: Setup): Promise<IssuedToken> {
  return issueOperator(store, { tenant, now, name: 'this machine', source: 'client:local' });
}

async function issueOperator(
  store: Store,
  { tenant, now, name, source }: Setup & { readonly name: string; readonly source: Source | undefined },
): Promise<IssuedToken> {
  const own = store.tenant(tenant);
  return issueToken(
    own,
    {
      name,
      subject: LOCAL,
      groups: [],
      role: 'operator',
      source,
      grants: [],
      createdBy: LOCAL,
      expiresAt: undefined,
      now,
    },
    (id) => ({ at: now.getTime(), actor: LOCAL, action: 'token/create', on: id, details: { role: 'operator', name } }),
  );
}

const CODE_LIFETIME_MS = 10 * 60_000;

/** A one-time code that signs a browser in as the holder of a token: the last part of `/signin/<code>`. Good for ten minutes. */
export async function createSignInCode(
  store: Store,
  { tenant, tokenId, now }: Setup & { readonly tokenId: string },
): Promise<string> {
  const { secret, hash } = mintSecret('code', tenant);
  await store
    .tenant(tenant)
    .sessions.addCode(
      { hash, tokenId, expiresAt: now.getTime() + CODE_LIFETIME_MS },
      { at: now.getTime(), actor: LOCAL, action: 'session/code', on: tokenId },
    );
  return secret;
}
