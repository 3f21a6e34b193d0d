import { lookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import fetch, { type Response } from 'node-fetch';
import { Failure } from '../../domain/failure.ts';
import { isLoopback } from '../../domain/loopback.ts';
import { isPrivateAddress } from './private-address.ts';

export interface FetchedDocument {
  readonly bytes: Uint8Array;
  /** Where it came from in the end, without user, password and query. */
  readonly url: string;
}

const TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 5;

/**
 * Fetches one document over HTTPS, or over HTTP from this machine itself. Sends nothing but the address; follows redirects, each of which
 * must lead to HTTPS again. An address inside a network of somebody's own is refused, whatever name it has, when it is looked up:
 * a document's address may come from a stranger.
 * @throws Failure (`usage`) for an address that is not allowed, (`unavailable`) when there is no document.
 */
export async function fetchDocument(address: string, mostBytes: number): Promise<FetchedDocument> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const start = checkedUrl(address, undefined);
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await request(url, isLoopback(start.href) && isLoopback(url.href), mostBytes, signal);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      return { bytes: await bodyOf(url, response), url: shown(url) };
    }
    url = checkedUrl(new URL(location, url).href, start);
  }
  throw new Failure('unavailable', `${shown(start)} redirects more than ${MOST_REDIRECTS} times`);
}

/** `from`: where a redirect comes from, at first; to this machine it may only lead back. */
function checkedUrl(address: string, from: URL | undefined): URL {
  const url = parsed(address);
  if (`${url.username}${url.password}` !== '') throw withUser(url);
  const isOurs = isLoopback(url.href) && (from === undefined || isLoopback(from.href));
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isOurs)) return url;
  const what =
    from === undefined
      ? `${shown(url)} is not an https address`
      : `${shown(from)} redirects to ${shown(url)}, which is not https`;
  throw new Failure('usage', what, { hint: 'Download the document, look at it, and import the file' });
}

function parsed(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw new Failure('usage', `"${masked(address)}" is no URL`);
  }
}

/** Whoever a redirect leads to would get what was meant for the first. */
function withUser(url: URL): Failure {
  return new Failure('usage', `${shown(url)} is given with a user or a password, and none is sent`, {
    hint: 'Download the document yourself, and import the file',
  });
}

/** What is no URL can hold a password all the same. */
function masked(address: string): string {
  return address.replace(/\/\/.*@/s, '//***@').replace(/[?#].*$/s, '');
}

async function request(url: URL, mayBePrivate: boolean, size: number, signal: AbortSignal): Promise<Response> {
  refuseLiteral(url, mayBePrivate);
  const Agent = url.protocol === 'https:' ? HttpsAgent : HttpAgent;
  const agent = new Agent(mayBePrivate ? {} : { lookup: publicOnly });
  try {
    const headers = { accept: 'application/json, application/yaml, text/yaml, */*;q=0.5', 'user-agent': 'connectors' };
    return await fetch(url, { headers, redirect: 'manual', size, signal, agent });
  } catch (cause) {
    throw cause instanceof Failure ? cause : unreachable(url, cause);
  }
}

async function bodyOf(url: URL, response: Response): Promise<Uint8Array> {
  if (!response.ok) throw new Failure('unavailable', `${shown(url)} answers ${response.status}`);
  try {
    return Buffer.from(await response.arrayBuffer());
  } catch (cause) {
    throw unreachable(url, cause);
  }
}

/** An address that is written as a number is never looked up. */
function refuseLiteral(url: URL, mayBePrivate: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate && isPrivateAddress(host)) throw ofPrivateNetwork(host, host);
}

/** Judges what a name stands for at the moment of connecting, so that it cannot mean something else a moment later. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (cause, addresses) => {
    const found = Array.isArray(addresses) ? addresses : [];
    const inner = found.find(({ address }) => isPrivateAddress(address));
    if (cause !== null) return done(cause, '', 0);
    if (inner !== undefined) return done(ofPrivateNetwork(hostname, inner.address), '', 0);
    if (options.all === true) return done(null, found);
    const [first] = found;
    done(null, first?.address ?? '', first?.family ?? 4);
  });
};

function ofPrivateNetwork(host: string, address: string): Failure {
  return new Failure('usage', `"${host}" is an address inside a private network (${address})`, {
    hint: 'Download the document yourself, and import the file',
  });
}

function unreachable(url: URL, cause: unknown): Failure {
  const inner =
    cause instanceof Error && 'erroredSysCall' in cause ? undefined : (cause as { readonly cause?: unknown }).cause;
  if (inner instanceof Failure) return inner;
  const message = cause instanceof Error ? cause.message : String(cause);
  const why = message.replace(/^request to \S+ failed, reason: /, '').replaceAll(url.href, shown(url));
  return new Failure('unavailable', `${shown(url)} cannot be fetched: ${why}`, {
    hint: 'Download the document, and import the file',
    cause,
  });
}

/** Without what may be secret in an address. */
function shown({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}
