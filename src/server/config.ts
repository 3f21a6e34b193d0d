import type { Profile } from '../domain/registry-file.ts';
import type { LogConfig } from './http/logging.ts';

/** Tells the time. A parameter, so that tests can move it. */
export type Clock = () => Date;

export interface ServerConfig {
  /** The registry's address as its users write it, without a final slash: identity tokens must be meant for it. Absent: the address it listens on. */
  readonly publicUrl?: string;
  readonly oidc?: Partial<OidcConfig>;
  /** How strictly uploaded revisions are judged; `base` when absent. */
  readonly profile?: Profile;
  /** Requests to the sign-in and exchange routes that one address may make in a minute; 60 when absent. */
  readonly signInsPerMinute?: number;
  /** Addresses of proxies whose X-Forwarded-For is believed; nobody when absent. */
  readonly trustProxy?: string | readonly string[];
  readonly log?: LogConfig;
}

export interface OidcConfig {
  /** `iss` of the tokens, compared exactly. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** How far the clocks may differ. */
  readonly leewaySeconds: number;
  /** How old a token may be at most, whatever it says itself. */
  readonly maxAgeSeconds: number;
}

const GITHUB = 'https://token.actions.githubusercontent.com';

export function oidcConfigOf({ oidc = {} }: ServerConfig): OidcConfig {
  const issuer = oidc.issuer ?? GITHUB;
  return {
    issuer,
    jwksUrl: oidc.jwksUrl ?? `${issuer}/.well-known/jwks`,
    leewaySeconds: oidc.leewaySeconds ?? 5,
    maxAgeSeconds: oidc.maxAgeSeconds ?? 600,
  };
}
