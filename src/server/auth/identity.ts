import type { Token } from '../../adapters/store/token-store.ts';
import type { AnonymousCaller, KnownCaller } from '../../domain/visibility.ts';

export interface KnownIdentity {
  readonly caller: KnownCaller;
  readonly token: Token;
}

/** Who asks, and by which token. */
export type Identity = { readonly caller: AnonymousCaller } | KnownIdentity;

export const ANONYMOUS: Identity = { caller: { kind: 'anonymous' } };

export function isKnown(identity: Identity): identity is KnownIdentity {
  return 'token' in identity;
}
