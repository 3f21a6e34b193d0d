import type { PostmanRequest } from './postman-model.ts';
import { parseUrl } from './postman-url.ts';
import { resolveVariables, variablesIn, type Scope } from './postman-variables.ts';

/** Where a request goes, with variables filled in as far as they have values. */
export interface Address {
  /** `https` unless the collection says `http`. */
  readonly scheme: 'https' | 'http';
  /** In lower case, with the port; may hold `{{variables}}` that have no value; empty for a path alone. */
  readonly host: string;
  /** What a variable such as `{{baseUrl}}` brings of the path. */
  readonly base: readonly string[];
  readonly segments: readonly string[];
  /** `user:password` in front of the host, or empty. */
  readonly userInfo: string;
}

export function addressOf({ url, variables }: PostmanRequest, scope: Scope): Address {
  const port = url.port === '' ? '' : `:${url.port}`;
  const protocol = url.protocol === '' ? '' : `${url.protocol}://`;
  const written = resolveVariables(`${url.host}${port}`, scope, variables);
  // A variable for the host often brings the protocol too.
  const text = written.includes('://') ? written : resolveVariables(protocol, scope, variables) + written;
  const resolved = parseUrl(text, '');
  const isWithPort = resolved.port !== '' && !/^(?:80|443)$/.test(resolved.port);
  return {
    scheme: resolved.protocol.toLowerCase() === 'http' ? 'http' : 'https',
    host: hostName(isWithPort ? `${resolved.host}:${resolved.port}` : resolved.host),
    base: resolved.segments.filter((segment) => segment !== ''),
    segments: url.segments,
    userInfo: url.userInfo || resolved.userInfo,
  };
}

/** Variables keep their case. A name that is none is no host. */
function hostName(text: string): string {
  const host = text
    .trim()
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, index) => (index % 2 === 0 ? part.toLowerCase() : part))
    .join('');
  const bare = host.replace(/\{\{[^{}]*\}\}/g, '');
  return /^[\p{L}\p{N}._-]*(?::\d*)?$/u.test(bare) && !/^[.:_-]*$/.test(host) ? host : '';
}

export interface HostChoice {
  /** The host that most requests go to; empty when none says one. */
  readonly host: string;
  readonly schemes: readonly ('https' | 'http')[];
  readonly others: readonly { readonly host: string; readonly requests: number }[];
}

/** The host that is asked for, or that most requests name; of several the first. */
export function chooseHost(addresses: readonly Address[], wanted: string | undefined): HostChoice {
  const counts = new Map<string, number>();
  for (const { host } of addresses) if (host !== '') counts.set(host, (counts.get(host) ?? 0) + 1);
  const ranked = [...counts].toSorted(([, one], [, two]) => two - one);
  const known = wanted === undefined ? undefined : ranked.find(([name]) => name === wanted.toLowerCase());
  const host = (known ?? ranked[0])?.[0] ?? '';
  const schemes = new Set(addresses.filter((address) => address.host === host).map(({ scheme }) => scheme));
  return {
    host,
    schemes: (['https', 'http'] as const).filter((scheme) => schemes.has(scheme)),
    others: ranked.filter(([name]) => name !== host).map(([name, requests]) => ({ host: name, requests })),
  };
}

// Words that addresses begin with and that never name what an operation is about.
const PREFIX =
  /^(?:api|apis|rest|services?|public|latest|v?\d{1,3}(?:\.\d{1,3}){0,2}|v\d{1,3}[a-z]{0,6}\d{0,2}|\d{4}-\d{2}(?:-\d{2})?)$/i;

/**
 * What all addresses begin with: the path of `{{baseUrl}}`, or words such as `api` and `v2`. Only those: a longer common start would
 * change all paths as soon as one request is added.
 */
export function basePathOf(addresses: readonly Address[]): readonly string[] {
  const [first] = addresses;
  if (first === undefined) return [];
  if (first.base.length > 0 && addresses.every(({ base }) => base.join('/') === first.base.join('/')))
    return first.base;
  const paths = addresses.map(({ base, segments }) => [...base, ...segments].filter((segment) => segment !== ''));
  const [path = []] = paths;
  const shortest = paths.reduce((least, one) => Math.min(least, one.length), Infinity);
  let length = 0;
  while (length < shortest - 1 && isShared(paths, path, length)) length += 1;
  return path.slice(0, length);
}

function isShared(paths: readonly (readonly string[])[], first: readonly string[], at: number): boolean {
  const segment = first[at] ?? '';
  return PREFIX.test(segment) && paths.every((path) => path[at] === segment);
}

/** The variables of a host that have no value: makers say them when they connect. */
export function openVariablesOf(host: string): string[] {
  return [...new Set(variablesIn(host))];
}
