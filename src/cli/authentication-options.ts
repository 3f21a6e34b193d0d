import type { Authentication } from '../app/import/authentication.ts';
import { Failure } from '../domain/failure.ts';

export interface AuthenticationOptions {
  readonly auth?: Authentication['kind'];
  readonly keyName?: string;
  readonly keyIn?: 'header' | 'query';
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly scope: readonly string[];
}

/** What the options say, and for what they leave open what was there. */
export function withAuthenticationOptions(derived: Authentication, options: AuthenticationOptions): Authentication {
  const kind = options.auth ?? derived.kind;
  refuseIdle(kind, options);
  if (kind === 'api-key') return apiKey(derived.kind === 'api-key' ? derived : undefined, options);
  if (kind === 'oauth2') return signIn(derived.kind === 'oauth2' ? derived : undefined, options);
  return { kind };
}

const KINDS = [
  ['--key-name', 'api-key', ({ keyName }) => keyName !== undefined],
  ['--key-in', 'api-key', ({ keyIn }) => keyIn !== undefined],
  ['--authorization-url', 'oauth2', ({ authorizationUrl }) => authorizationUrl !== undefined],
  ['--token-url', 'oauth2', ({ tokenUrl }) => tokenUrl !== undefined],
  ['--scope', 'oauth2', ({ scope }) => scope.length > 0],
] as const satisfies readonly (readonly [
  flag: string,
  kind: Authentication['kind'],
  isGiven: (options: AuthenticationOptions) => boolean,
])[];

/** A flag that would change nothing was meant otherwise. */
function refuseIdle(kind: Authentication['kind'], options: AuthenticationOptions): void {
  const idle = KINDS.find(([, wanted, isGiven]) => wanted !== kind && isGiven(options));
  if (idle === undefined) return;
  const [flag, wanted] = idle;
  throw new Failure('usage', `${flag} is for "${wanted}", and connections sign in by "${kind}"`, {
    hint: `Give --auth ${wanted} with it, or leave it out`,
  });
}

type ApiKey = Extract<Authentication, { readonly kind: 'api-key' }>;
type SignIn = Extract<Authentication, { readonly kind: 'oauth2' }>;

function apiKey(before: ApiKey | undefined, { keyName, keyIn }: AuthenticationOptions): ApiKey {
  return {
    kind: 'api-key',
    name: keyName ?? before?.name ?? 'X-API-Key',
    location: keyIn ?? before?.location ?? 'header',
  };
}

function signIn(before: SignIn | undefined, options: AuthenticationOptions): SignIn {
  return {
    kind: 'oauth2',
    authorizationUrl: httpsUrl('--authorization-url', options.authorizationUrl ?? before?.authorizationUrl),
    tokenUrl: httpsUrl('--token-url', options.tokenUrl ?? before?.tokenUrl),
    scopes: options.scope.length > 0 ? options.scope : (before?.scopes ?? []),
  };
}

function httpsUrl(flag: string, text: string | undefined): string {
  if (text !== undefined && URL.canParse(text) && new URL(text).protocol === 'https:') return text;
  const what = text === undefined ? 'is missing' : `"${text}" is no https address`;
  throw new Failure('usage', `${flag} ${what}`, {
    hint: 'OAuth 2.0 needs the pages of the service for signing in and for tokens',
  });
}
