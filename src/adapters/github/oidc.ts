import fetch from 'node-fetch';
import type { Digest } from '../../domain/digest.ts';
import { Failure } from '../../domain/failure.ts';
import { stringMember } from '../../domain/json.ts';
import { isLoopback } from '../../domain/loopback.ts';
import { scopeText, type Scope } from '../../domain/scope.ts';

export interface TokenPurpose {
  readonly registry: string;
  readonly scope: Scope;
  /** The digest of the release body that the token may post; undefined for reading. */
  readonly release?: Digest;
}

export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const TIMEOUT_MS = 20_000;
const ANSWER_LIMIT = 64 * 1024;

/**
 * Exchanges the identity of a workflow's job for a token of the registry. `idToken` asks GitHub for a token with the given audience
 * (`getIDToken` of @actions/core). The audience names the registry, the scope and the purpose: whoever steals that token can do
 * nothing else with it.
 */
export async function exchangeIdToken(
  purpose: TokenPurpose,
  idToken: (audience: string) => Promise<string>,
): Promise<IssuedToken> {
  const url = `${purpose.registry}/v1/auth/github-oidc`;
  refuseClearText(url);
  const token = await requestIdToken(purpose, idToken);
  const scope = scopeText(purpose.scope);
  const body =
    purpose.release === undefined
      ? { token, scope, purpose: 'read' }
      : { token, scope, purpose: 'publish', release: purpose.release };
  return issuedFrom(url, await post(url, JSON.stringify(body)));
}

/** `<registry>/v1/scopes/<scope>?read`, or `?release=<digest>`. */
export function audienceOf({ registry, scope, release }: TokenPurpose): string {
  return `${registry}/v1/scopes/${scopeText(scope)}?${release === undefined ? 'read' : `release=${release}`}`;
}

function refuseClearText(url: string): void {
  if (new URL(url).protocol === 'https:' || isLoopback(url)) return;
  throw new Failure('refused', `A token would travel unprotected to ${url}`, {
    hint: 'Give the target in registry.yaml an https:// URL',
  });
}

async function requestIdToken(purpose: TokenPurpose, idToken: (audience: string) => Promise<string>): Promise<string> {
  try {
    return await idToken(audienceOf(purpose));
  } catch (cause) {
    throw new Failure('unavailable', 'GitHub gives this job no identity token', {
      hint: 'Give the job "permissions: id-token: write"; a pull request from a fork never gets one',
      cause,
    });
  }
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

async function post(url: string, body: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'connectors' },
      body,
      redirect: 'error',
      size: ANSWER_LIMIT,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, value: await response.json() };
  } catch (cause) {
    throw new Failure('unavailable', `The registry does not answer at ${url}`, {
      hint: 'Check the URL of the target in registry.yaml, and that the registry runs',
      cause,
    });
  }
}

function issuedFrom(url: string, { status, value }: Answer): IssuedToken {
  const token = stringMember(value, 'token');
  const expiresAt = Date.parse(stringMember(value, 'expiresAt') ?? '');
  if (status < 300 && token !== undefined && !Number.isNaN(expiresAt)) return { token, expiresAt };
  const detail = stringMember(value, 'detail') ?? stringMember(value, 'title') ?? 'no reason given';
  throw new Failure(status >= 500 ? 'unavailable' : 'refused', `${url} gives no token (HTTP ${status}): ${detail}`, {
    hint: 'The operator of the registry binds a repository, its workflow and its branch to a scope',
  });
}
