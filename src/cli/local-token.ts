import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../adapters/store/store.ts';
import type { TenantId } from '../domain/scope.ts';
import { presentedSecret } from '../server/auth/secret.ts';
import { createLocalToken } from '../server/bootstrap.ts';

export interface LocalToken {
  readonly secret: string;
  readonly id: string;
}

/** The token of this machine: the one in the data folder when the store knows it, or else a new one, kept there with mode 0600. */
export async function localToken(store: Store, tenant: TenantId, folder: string): Promise<LocalToken> {
  const file = join(folder, 'token');
  const kept = await knownToken(store, tenant, readToken(file));
  if (kept !== undefined) return kept;
  const { secret, token } = await createLocalToken(store, { tenant, now: new Date() });
  // A file that exists keeps its mode when it is written, whoever made it: so it is made anew.
  rmSync(file, { force: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return { secret, id: token.id };
}

async function knownToken(store: Store, tenant: TenantId, secret: string): Promise<LocalToken | undefined> {
  const presented = presentedSecret('token', secret);
  if (presented?.tenant !== tenant) return undefined;
  const token = await store.tenant(tenant).tokens.findByHash(presented.hash);
  return token === undefined || token.revokedAt !== undefined ? undefined : { secret, id: token.id };
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
