import type { AuditEntry } from '../../adapters/store/audit-log.ts';
import type { TenantStore } from '../../adapters/store/store.ts';
import type { NewToken, Token } from '../../adapters/store/token-store.ts';
import { newId } from './new-id.ts';
import { mintSecret } from './secret.ts';

export type TokenRequest = Pick<
  NewToken,
  'name' | 'subject' | 'groups' | 'role' | 'source' | 'grants' | 'createdBy' | 'expiresAt'
> & { readonly now: Date };

export interface IssuedToken {
  /** Shown once, never kept. */
  readonly secret: string;
  readonly token: Token;
}

/** Makes a token for a person or a program. Its secret is in the answer and nowhere else. */
export async function issueToken(
  tenant: TenantStore,
  { now, ...asked }: TokenRequest,
  audit: (id: string) => AuditEntry,
): Promise<IssuedToken> {
  const { secret, hash } = mintSecret('token', tenant.tenant);
  const token = {
    ...asked,
    id: newId('token'),
    bound: undefined,
    repository: undefined,
    run: undefined,
    createdAt: now.getTime(),
  };
  await tenant.tokens.add({ ...token, hash }, audit(token.id));
  return { secret, token: { ...token, revokedAt: undefined } };
}
