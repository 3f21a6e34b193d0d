import type { Json, JsonObject } from '../../domain/json.ts';
import type { Authentication } from './authentication.ts';

/** The `connection` of connector.yaml that fits an authentication; undefined when a connection asks for nothing. */
export function connectionFor(
  authentication: Authentication,
  title: string,
  secretName: string,
): JsonObject | undefined {
  const parameters = parametersFor(authentication, title, secretName);
  return parameters === undefined ? undefined : { parameters };
}

function parametersFor(authentication: Authentication, title: string, secretName: string): JsonObject | undefined {
  const { kind } = authentication;
  if (kind === 'none') return undefined;
  if (kind === 'api-key') return { api_key: apiKey(authentication.name, title) };
  if (kind === 'oauth2') return { token: signIn(authentication, title, secretName) };
  return {
    username: shown('string', 'User name', `The name of your account at ${title}.`, true),
    password: shown('securestring', 'Password', `The password of your account at ${title}.`, false),
  };
}

function apiKey(name: string, title: string): JsonObject {
  // What is sent is what the maker enters, with nothing before it.
  const description =
    name.toLowerCase() === 'authorization'
      ? `The whole value of the header Authorization, such as "Bearer" and a token of ${title}.`
      : `The key that ${title} gave you.`;
  return shown('securestring', 'API key', description, false);
}

function shown(type: string, displayName: string, description: string, clearText: boolean): JsonObject {
  return { type, displayName, description, tooltip: description, required: true, clearText };
}

type OAuth = Extract<Authentication, { readonly kind: 'oauth2' }>;

function signIn({ authorizationUrl, tokenUrl, scopes }: OAuth, title: string, secretName: string): JsonObject {
  const customParameters: Record<string, Json> = { authorizationUrl, tokenUrl, refreshUrl: tokenUrl };
  return {
    type: 'oauthSetting',
    displayName: `Sign in to ${title}`,
    description: `Opens the sign-in page of ${title}.`,
    required: true,
    oauth: {
      identityProvider: 'oauth2',
      clientId: 'your-client-id',
      clientSecret: { secretRef: secretName },
      scopes: [...scopes],
      redirectMode: 'GlobalPerConnector',
      redirectUrl: 'https://global.consent.azure-apim.net/redirect',
      properties: { IsFirstParty: 'False' },
      customParameters,
    },
  };
}

/** `WEATHER_CLIENT_SECRET` for the connector `weather`. */
export function clientSecretName(name: string): string {
  return secretName(name, 'CLIENT_SECRET');
}

/** `WEATHER_API_TOKEN` for what the connector `weather` calls `apiToken`. */
export function secretName(connector: string, what: string): string {
  const words = what.replace(/([a-z])(?=[A-Z])/g, '$1_');
  return `${inUpperCase(connector).slice(0, 90)}_${inUpperCase(words).slice(0, 30)}`;
}

function inUpperCase(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
