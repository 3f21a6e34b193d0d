import type { JsonObject } from '../domain/json.ts';
import { openVariablesOf } from './postman-hosts.ts';
import { quoted } from './openapi-3-wording.ts';
import type { Scheme } from './postman-security.ts';
import { referenceName } from './postman-secret-names.ts';
import { labelOf, pascalCase, wordsOf } from './postman-words.ts';

/** The collection knows no colour: a quiet one, until somebody chooses. */
export const BRAND_COLOR = '#4a5568';

/** The value of connector.yaml: what a maker fills in to connect, and the policies that a variable host needs. */
export function nativeOf(scheme: Scheme, host: string, title: string, policies: readonly JsonObject[]): JsonObject {
  const parameters = { ...hostParameters(host), ...schemeParameters(scheme, title) };
  const all = [...hostPolicies(host), ...policies];
  return {
    iconBrandColor: BRAND_COLOR,
    ...(Object.keys(parameters).length === 0 ? {} : { connection: { parameters } }),
    ...(all.length === 0 ? {} : { policies: all }),
  };
}

/** A connection parameter has a name of letters, digits and `_`. */
function parameterName(variable: string): string {
  const name = wordsOf(variable)
    .join('_')
    .replace(/[^A-Za-z0-9_]/g, '');
  return name === '' ? 'host' : name;
}

function hostParameters(host: string): JsonObject {
  return Object.fromEntries(
    openVariablesOf(host).map((variable) => [
      parameterName(variable),
      {
        type: 'string',
        displayName: labelOf(variable),
        description: /^\{\{[^{}]*\}\}(?::\d+)?$/.test(host)
          ? 'Name of the server, such as api.contoso.com'
          : `Part of the address ${host.replace(/\{\{|\}\}/g, '')}`,
        required: true,
      },
    ]),
  );
}

function hostPolicies(host: string): JsonObject[] {
  if (openVariablesOf(host).length === 0) return [];
  const address = host.replace(
    /\{\{([^{}]*)\}\}/g,
    (_, name: string) => `@connectionParameters('${parameterName(name.trim())}')`,
  );
  return [
    {
      template: 'dynamichosturl',
      title: 'Call the server of the connection',
      parameters: { urlTemplate: `https://${address}` },
    },
  ];
}

/** The host of the document where makers say it: policies put another one in its place. */
export function documentHost(host: string): string {
  if (openVariablesOf(host).length === 0) return host;
  const named = host.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) =>
    wordsOf(name)
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, ''),
  );
  const [name = '', port] = named.split(':');
  const full = name.includes('.') ? name : `${name || 'api'}.example.com`;
  return port === undefined ? full : `${full}:${port}`;
}

function schemeParameters(scheme: Scheme, title: string): JsonObject {
  if (scheme.kind === 'basic') return BASIC;
  if (scheme.kind === 'key') return { api_key: keyParameter(scheme.prefix, scheme.name, scheme.place) };
  return scheme.kind === 'oauth2' ? { token: oauthParameter(scheme.settings, title) } : {};
}

const BASIC: JsonObject = {
  username: { type: 'string', displayName: 'User name', description: 'Name of the account', required: true },
  password: { type: 'securestring', displayName: 'Password', description: 'Password of the account', required: true },
};

function keyParameter(prefix: string, name: string, place: 'header' | 'query'): JsonObject {
  const where = `${place === 'header' ? 'header' : 'query parameter'} ${quoted(name).slice(1, -1)}`;
  const description = prefix === '' ? `Key that is sent in the ${where}` : `The word ${prefix}, a space, and the token`;
  const tooltip = prefix === '' ? {} : { tooltip: `For example: ${prefix} your-token` };
  return {
    type: 'securestring',
    displayName: prefix === '' ? 'API key' : 'Access token',
    description,
    ...tooltip,
    required: true,
  };
}

function oauthParameter(settings: (Scheme & { readonly kind: 'oauth2' })['settings'], title: string): JsonObject {
  const { authorizationUrl, tokenUrl, refreshUrl, scopes } = settings;
  const prefix = referenceName(pascalCase(wordsOf(title)));
  return {
    type: 'oauthSetting',
    displayName: 'Sign in',
    oauth: {
      identityProvider: 'oauth2',
      clientId: { secretRef: `${prefix}_CLIENT_ID` },
      clientSecret: { secretRef: `${prefix}_CLIENT_SECRET` },
      ...(scopes.length === 0 ? {} : { scopes: [...scopes] }),
      redirectMode: 'GlobalPerConnector',
      redirectUrl: 'https://global.consent.azure-apim.net/redirect',
      properties: { IsFirstParty: 'False' },
      customParameters: { authorizationUrl, tokenUrl, refreshUrl },
    },
  };
}
