import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { OidcConfig } from '../config.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../problems.ts';
import { parseGithubClaims, type GithubClaims } from './github-claims.ts';

/** Verifies an identity token of a workflow's job that must be meant for exactly this audience. Throws a Problem that says what is wrong. */
export type IdTokenVerifier = (token: string, audience: string, now: Date) => Promise<GithubClaims>;

/**
 * Verifies tokens of one issuer. Its keys are fetched when first needed and kept for ten minutes; a token that names an unknown key makes
 * them be fetched again, at most every thirty seconds.
 */
export function githubOidc(config: OidcConfig): IdTokenVerifier {
  const keys = createRemoteJWKSet(new URL(config.jwksUrl), { cooldownDuration: 30_000, timeoutDuration: 5_000 });
  return async (token, audience, now) => {
    demandKeyId(token);
    const payload = await verified(token, keys, config, now);
    // Compared as a string: a token that is meant for several parties is meant for none of them in particular.
    if (payload.aud !== audience) {
      throw new Problem('oidc/audience', `The identity token is not meant for "${audience}"`);
    }
    return parseGithubClaims(payload);
  };
}

async function verified(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  config: OidcConfig,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: config.issuer,
      clockTolerance: config.leewaySeconds,
      maxTokenAge: config.maxAgeSeconds,
      requiredClaims: ['exp', 'nbf', 'iat', 'jti', 'aud'],
      currentDate: now,
    });
    return payload;
  } catch (cause) {
    throw new Problem(codeOf(cause), undefined, { cause, ...(isUnreachable(cause) ? RETRY : {}) });
  }
}

const RETRY = { headers: { 'retry-after': '5' } };

// Without a key id a verifier tries whatever key fits.
function demandKeyId(token: string): void {
  let kid: unknown;
  try {
    kid = decodeProtectedHeader(token).kid;
  } catch (cause) {
    throw new Problem('oidc/malformed', undefined, { cause });
  }
  if (typeof kid !== 'string' || kid === '') throw new Problem('oidc/unknown-key');
}

function codeOf(cause: unknown): ProblemCode {
  if (isUnreachable(cause)) return 'oidc/issuer-unreachable';
  if (cause instanceof errors.JOSEAlgNotAllowed) return 'oidc/algorithm';
  if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) {
    return 'oidc/unknown-key';
  }
  if (cause instanceof errors.JWSSignatureVerificationFailed) return 'oidc/signature';
  if (cause instanceof errors.JWTExpired) return 'oidc/expired';
  if (cause instanceof errors.JWTClaimValidationFailed) return codeOfClaim(cause);
  return 'oidc/malformed';
}

function codeOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): ProblemCode {
  if (reason !== 'check_failed') return 'oidc/claims';
  if (claim === 'iss') return 'oidc/issuer';
  return claim === 'nbf' || claim === 'iat' ? 'oidc/not-yet' : 'oidc/claims';
}

/** The key server did not answer, or not with keys: nothing is known about the token. */
function isUnreachable(cause: unknown): boolean {
  if (cause instanceof errors.JWKSTimeout || cause instanceof errors.JWKSInvalid) return true;
  return !(cause instanceof errors.JOSEError) || cause.code === 'ERR_JOSE_GENERIC';
}
