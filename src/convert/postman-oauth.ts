/** A sign-in with OAuth 2.0 as a connector can have it: a maker signs in once, the platform keeps the token. */
export interface OauthSettings {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly refreshUrl: string;
  readonly scopes: readonly string[];
  /** As the collection says it: only `authorization_code` is the same in a connector. */
  readonly grant: string;
}

/** From the parameters of Postman's helper; undefined when they name no two addresses of a sign-in. */
export function readOauth(valueOf: (key: string) => string): OauthSettings | undefined {
  const authorizationUrl = webAddress(valueOf('authUrl'));
  const tokenUrl = webAddress(valueOf('accessTokenUrl'));
  if (authorizationUrl === undefined || tokenUrl === undefined) return undefined;
  return {
    authorizationUrl,
    tokenUrl,
    refreshUrl: webAddress(valueOf('refreshTokenUrl')) ?? tokenUrl,
    scopes: [...new Set(valueOf('scope').split(/[\s,]+/))].filter((scope) => scope !== '' && !scope.includes('{{')),
    grant: (valueOf('grant_type') || valueOf('grantType') || 'authorization_code').replace(/_with_pkce$/, ''),
  };
}

/** Without user, password and fragment. */
function webAddress(text: string): string | undefined {
  const url = text.includes('{{') ? null : URL.parse(text.trim());
  return url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== ''
    ? undefined
    : text.trim();
}
