import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { scopeText, type Scope } from '../../src/domain/scope.ts';

/** What GitHub's token says of a job of the repository that the tests bind. */
export const CLAIMS = {
  repository: 'contoso/connectors',
  repository_id: '1001',
  repository_owner: 'contoso',
  repository_owner_id: '77',
  ref: 'refs/heads/main',
  event_name: 'push',
  workflow_ref: 'contoso/connectors/.github/workflows/publish.yml@refs/heads/main',
  environment: 'production',
  run_id: '4711',
} as const;

/** The binding that fits these claims. */
export const BINDING = {
  repositoryId: '1001',
  ownerId: '77',
  repository: 'contoso/connectors',
  workflow: '.github/workflows/publish.yml',
  ref: 'refs/heads/main',
  environment: 'production',
  role: 'publisher',
} as const;

export interface Issuer {
  readonly url: string;
  readonly jwksUrl: string;
  /** A signed token; `claims` replace the usual ones, and one that is undefined is left out. */
  readonly sign: (claims: Record<string, unknown>, header?: SignOptions) => Promise<string>;
}

interface SignOptions {
  readonly kid?: string;
  readonly alg?: 'RS256' | 'HS256' | 'none' | 'stranger';
}

/** Starts an issuer that publishes one key under the id `known`; it is gone after the work. */
export async function withIssuer(now: Date, work: (issuer: Issuer) => Promise<void>): Promise<void> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'known', use: 'sig' }] });
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const spki = Buffer.from(await exportSPKI(own.publicKey));
  const sign: Issuer['sign'] = async (claims, { kid = 'known', alg = 'RS256' } = {}) => {
    const payload = { ...CLAIMS, ...standardClaims(url, now), ...claims };
    if (alg === 'none') return `${part({ alg, kid })}.${part(payload)}.`;
    const signer = new SignJWT(payload).setProtectedHeader({ alg: alg === 'HS256' ? alg : 'RS256', kid });
    // With HS256 the public key is the secret: what a verifier that trusts the header would check against.
    return signer.sign(alg === 'HS256' ? spki : (alg === 'stranger' ? stranger : own).privateKey);
  };
  try {
    await work({ url, jwksUrl: `${url}/jwks`, sign });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function standardClaims(iss: string, now: Date): Record<string, unknown> {
  const seconds = Math.floor(now.getTime() / 1000);
  return { iss, iat: seconds, nbf: seconds - 5, exp: seconds + 300, jti: crypto.randomUUID() };
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a token must be meant for: reading a scope, or posting exactly this release body. */
export function audience(url: string, scope: Scope, body?: string): string {
  return `${url}/v1/scopes/${scopeText(scope)}?${body === undefined ? 'read' : `release=${sha256(body)}`}`;
}

export function sha256(body: string): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
