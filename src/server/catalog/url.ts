/** A URL that is safe in `href`, `src` and `action`: http, https or a path of this server. Only this module makes one. */
class SafeUrl {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Url = SafeUrl;

export function isUrl(value: unknown): value is Url {
  return value instanceof SafeUrl;
}

/** Somebody else's address: http or https, without a user name (`https://contoso.com@evil.example`), or undefined. */
export function externalUrl(text: string): Url | undefined {
  if (text.length > 2000 || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? new SafeUrl(href) : undefined;
}

/** A path of this server from its segments, with a query of the parameters that are not empty. */
export function pathUrl(segments: readonly string[], query: Readonly<Record<string, string>> = {}): Url {
  const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
  // A browser resolves such a segment away, however it is spelled, and the path would name something else.
  if (segments.some((segment) => segment === '.' || segment === '..')) throw new TypeError(`No path: "${path}"`);
  const parameters = Object.entries(query).filter(([, value]) => value !== '');
  const search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
  return new SafeUrl(`/${path}${search === '' ? '' : `?${search}`}`);
}

/** A place on the same page. */
export function fragmentUrl(anchor: string): Url {
  return new SafeUrl(`#${encodeURIComponent(anchor.toWellFormed())}`);
}
