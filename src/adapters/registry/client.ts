import { hash } from 'node:crypto';
import type { ConnectorId } from '../../domain/connector-id.ts';
import { parseDigest, type Digest } from '../../domain/digest.ts';
import { Failure } from '../../domain/failure.ts';
import { arrayMember, member, stringMember, type JsonObject } from '../../domain/json.ts';
import type { Owners } from '../../domain/release.ts';
import type { RevisionOrigin } from '../../domain/revision.ts';
import { scopeText, type Scope } from '../../domain/scope.ts';
import { exchange, failureOf, jsonOf, type Answer, type Exchange } from './http.ts';

/** Why a token is wanted: to read, or to commit exactly the release body with this digest. */
export type Purpose = { readonly kind: 'read' } | { readonly kind: 'publish'; readonly release: Digest };

/** Gives a bearer token for a purpose; undefined asks as nobody. */
export type Authenticate = (purpose: Purpose) => Promise<string | undefined>;

const TOKEN_LIFETIME_MS = 4 * 60_000;

/** Asks once per purpose and keeps the answer for four minutes: an exchanged token lives five. */
export function remembered(authenticate: Authenticate): Authenticate {
  const kept = new Map<string, { readonly token: string | undefined; readonly until: number }>();
  return async (purpose) => {
    const key = purpose.kind === 'read' ? 'read' : purpose.release;
    const found = kept.get(key);
    if (found !== undefined && found.until > Date.now()) return found.token;
    const token = await authenticate(purpose);
    kept.set(key, { token, until: Date.now() + TOKEN_LIFETIME_MS });
    return token;
  };
}

/** Reads one scope of a registry. A dry run gets this and nothing else. */
export interface RegistryReader {
  /** `…/releases/head` as it came: `parseLiveState` reads it. */
  readonly head: () => Promise<JsonObject>;
  readonly missing: (digests: readonly Digest[]) => Promise<Digest[]>;
  /** The stored bytes of a revision, checked by whoever decodes them. */
  readonly revision: (digest: Digest) => Promise<Uint8Array>;
  /** What was served under a name, the newest first. */
  readonly history: (connector: ConnectorId) => Promise<PastRevision[]>;
}

export interface PastRevision {
  readonly digest: Digest;
  /** Of the first release that served it, `YYYY-MM-DD` in UTC. */
  readonly day: string;
}

export interface RegistryWriter {
  readonly upload: (digest: Digest, bytes: Uint8Array) => Promise<void>;
  readonly commit: (body: ReleaseBody) => Promise<Committed>;
  readonly rollback: (parent: Digest | null, release: Digest, reason: string) => Promise<JsonObject>;
}

/** The body of `POST …/releases`. Its bytes are what a publishing token is bound to. */
export interface ReleaseBody {
  readonly version: 1;
  readonly scope: string;
  readonly parent: Digest | null;
  readonly commit: string;
  readonly connectors: Readonly<Record<ConnectorId, ReleaseBodyEntry>>;
  readonly liftPins: readonly string[];
  readonly overrides: readonly { readonly digest: string; readonly reason: string }[];
}

export interface ReleaseBodyEntry {
  readonly digest: Digest;
  readonly stage: 'registered';
  readonly owners: Owners;
  readonly origin?: RevisionOrigin;
}

export interface Committed {
  readonly digest: Digest;
  readonly sequence: number;
  /** False when the registry already had exactly this: nothing was written. */
  readonly written: boolean;
}

export interface RegistryAddress {
  /** Base URL without a final slash. */
  readonly registry: string;
  readonly scope: Scope;
}

const READ: Purpose = { kind: 'read' };

export function registryReader(address: RegistryAddress, authenticate: Authenticate): RegistryReader {
  const base = scopeUrl(address);
  return {
    head: async () => jsonFrom({ method: 'GET', url: `${base}/releases/head`, token: await authenticate(READ) }),
    missing: async (digests) => missing(base, digests, await authenticate(READ)),
    revision: async (digest) => {
      const url = `${base}/revisions/${digest}`;
      return (await accepted({ method: 'GET', url, token: await authenticate(READ) })).bytes;
    },
    history: async (connector) => {
      const url = `${base}/connectors/${connector}/revisions`;
      return pastRevisions(await jsonFrom({ method: 'GET', url, token: await authenticate(READ) }), url);
    },
  };
}

export function registryWriter(
  address: RegistryAddress,
  authenticate: Authenticate,
  body?: ReleaseBody,
): RegistryWriter {
  const base = scopeUrl(address);
  const token = async (): Promise<string | undefined> =>
    authenticate(body === undefined ? READ : { kind: 'publish', release: digestOfBytes(bytesOf(body)) });
  return {
    upload: async (digest, bytes) => {
      await accepted({ method: 'PUT', url: `${base}/revisions/${digest}`, token: await token(), body: bytes });
    },
    commit: async (release) => commit(base, release, await token()),
    rollback: async (parent, release, reason) =>
      jsonFrom({
        method: 'POST',
        url: `${base}/rollback`,
        token: await token(),
        headers: precondition(parent),
        body: JSON.stringify({ release, reason }),
      }),
  };
}

/** `…/v1/scopes/<tenant>/<subscription>/<region>`: also the start of the audience that GitHub's token must name. */
export function scopeUrl({ registry, scope }: RegistryAddress): string {
  return `${registry}/v1/scopes/${scopeText(scope)}`;
}

/** An answer with anything else in it is refused: a day that cannot be read must not look like one long ago. */
function pastRevisions(answer: JsonObject, url: string): PastRevision[] {
  return (arrayMember(answer, 'revisions') ?? []).map((one) => {
    const digest = parseDigest(stringMember(one, 'digest') ?? '');
    const [day] = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(stringMember(one, 'at') ?? '') ?? [];
    if (digest !== undefined && day !== undefined) return { digest, day };
    throw new Failure('unavailable', `${url} answers with a revision without digest or time`);
  });
}

async function missing(base: string, digests: readonly Digest[], token: string | undefined): Promise<Digest[]> {
  const url = `${base}/revisions/missing`;
  const answer = await jsonFrom({ method: 'POST', url, token, body: JSON.stringify({ digests }) });
  return (arrayMember(answer, 'missing') ?? []).flatMap((one) => {
    const digest = typeof one === 'string' ? parseDigest(one) : undefined;
    return digest === undefined ? [] : [digest];
  });
}

async function commit(base: string, body: ReleaseBody, token: string | undefined): Promise<Committed> {
  const url = `${base}/releases`;
  const answer = await accepted({
    method: 'POST',
    url,
    token,
    headers: precondition(body.parent),
    body: bytesOf(body),
  });
  const value = jsonOf(answer, url);
  const digest = parseDigest(stringMember(value, 'digest') ?? '');
  const sequence = member(value, 'sequence');
  if (digest === undefined || typeof sequence !== 'number') {
    throw new Failure('unavailable', `${url} answers ${answer.status} without the digest of a release`);
  }
  return { digest, sequence, written: answer.status === 201 };
}

function precondition(parent: Digest | null): Record<string, string> {
  return parent === null ? { 'if-none-match': '*' } : { 'if-match': `"${parent}"` };
}

function bytesOf(body: ReleaseBody): string {
  return JSON.stringify(body);
}

function digestOfBytes(text: string): Digest {
  return `sha256:${hash('sha256', text)}` as Digest;
}

async function jsonFrom(request: Exchange): Promise<JsonObject> {
  return jsonOf(await accepted(request), request.url);
}

async function accepted(request: Exchange): Promise<Answer> {
  const answer = await exchange(request);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw failureOf(answer, request.url);
}
