import { createHash, randomBytes } from 'node:crypto';
import { parseTenantId, type TenantId } from '../../domain/scope.ts';

/** `token`: for programs. `code`: opens a browser's session once. `session`: a browser's cookie. */
export type SecretKind = 'token' | 'code' | 'session';

const PREFIX: Readonly<Record<SecretKind, string>> = { token: 'crt', code: 'crc', session: 'crs' };

export interface Minted {
  /** Shown once, never kept. */
  readonly secret: string;
  readonly hash: string;
}

/** What was presented, before anybody looked whether it is known. */
export interface Presented {
  readonly tenant: TenantId;
  readonly hash: string;
}

/**
 * `crt_<tenant>_<256 random bits>`. The tenant stands in it so that it can be looked up by key within that tenant; it is no secret.
 * The prefix lets secret scanners find a leaked one.
 */
export function mintSecret(kind: SecretKind, tenant: TenantId): Minted {
  const secret = `${PREFIX[kind]}_${tenant.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashOf(secret) };
}

/**
 * The tenant and the hash of a secret of this kind; undefined when it cannot be one. Secrets are compared by looking up their hash: how long
 * that takes tells nothing about how close a guess was.
 */
export function presentedSecret(kind: SecretKind, text: string): Presented | undefined {
  const [, prefix, digits = ''] = /^(cr[tcs])_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/.exec(text) ?? [];
  if (prefix !== PREFIX[kind]) return undefined;
  const tenant = parseTenantId(digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
  return tenant === undefined ? undefined : { tenant, hash: hashOf(text) };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
