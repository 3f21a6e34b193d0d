import { entriesOf, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { authenticationOf, sameAuthentication, type Authentication } from './authentication.ts';
import { isOpenApi3, publishedView } from './published-view.ts';
import { withVerbs } from './operation-values.ts';

/** An OpenAPI document, 2.0 or 3.x, that asks for an authentication: as it is when it does so already. */
export function secured(document: JsonObject, wanted: Authentication): JsonObject {
  if (sameAuthentication(authenticationOf(publishedView(document).document), wanted)) return document;
  return isOpenApi3(document) ? securedThree(document, wanted) : securedTwo(document, wanted);
}

const NAMES = { 'api-key': 'api_key', basic: 'basic_auth', oauth2: 'oauth2' } as const;

function securedTwo(document: JsonObject, wanted: Authentication): JsonObject {
  const { securityDefinitions: _, security: __, ...rest } = withoutOwnSecurity(document);
  if (wanted.kind === 'none') return rest;
  const name = NAMES[wanted.kind];
  const requirement = { [name]: scopesOf(wanted) };
  return beforePaths(rest, { securityDefinitions: { [name]: schemeTwo(wanted) }, security: [requirement] });
}

function securedThree(document: JsonObject, wanted: Authentication): JsonObject {
  const { security: _, ...rest } = withoutOwnSecurity(document);
  const { securitySchemes: __, ...components } = objectMember(rest, 'components') ?? {};
  if (wanted.kind === 'none') {
    return Object.keys(components).length === 0 ? without(rest, 'components') : { ...rest, components };
  }
  const name = NAMES[wanted.kind];
  return {
    ...beforePaths(rest, { security: [{ [name]: scopesOf(wanted) }] }),
    components: { ...components, securitySchemes: { [name]: schemeThree(wanted) } },
  };
}

type Asking = Exclude<Authentication, { readonly kind: 'none' }>;

function schemeTwo(wanted: Asking): JsonObject {
  if (wanted.kind === 'basic') return { type: 'basic' };
  if (wanted.kind === 'api-key') return { type: 'apiKey', in: wanted.location, name: wanted.name };
  const { authorizationUrl, tokenUrl } = wanted;
  return { type: 'oauth2', flow: 'accessCode', authorizationUrl, tokenUrl, scopes: scopeTexts(wanted.scopes) };
}

function schemeThree(wanted: Asking): JsonObject {
  if (wanted.kind === 'basic') return { type: 'http', scheme: 'basic' };
  if (wanted.kind === 'api-key') return { type: 'apiKey', in: wanted.location, name: wanted.name };
  const { authorizationUrl, tokenUrl } = wanted;
  return {
    type: 'oauth2',
    flows: { authorizationCode: { authorizationUrl, tokenUrl, scopes: scopeTexts(wanted.scopes) } },
  };
}

function scopesOf(wanted: Asking): Json {
  return wanted.kind === 'oauth2' ? [...wanted.scopes] : [];
}

function scopeTexts(scopes: readonly string[]): JsonObject {
  return Object.fromEntries(scopes.map((scope) => [scope, scope]));
}

/** What single operations ask for counts before what the document does; `[]` means that one asks for nothing, and stays. */
function withoutOwnSecurity(document: JsonObject): JsonObject {
  return withVerbs(document, ({ security, ...operation }) =>
    security === undefined || JSON.stringify(security) === '[]' ? withSecurity(operation, security) : operation,
  );
}

function withSecurity(operation: JsonObject, security: Json | undefined): JsonObject {
  return security === undefined ? operation : { ...operation, security };
}

function beforePaths(document: JsonObject, added: JsonObject): JsonObject {
  const entries = entriesOf(document);
  const at = entries.findIndex(([key]) => key === 'paths');
  const cut = at < 0 ? entries.length : at;
  return Object.fromEntries([...entries.slice(0, cut), ...entriesOf(added), ...entries.slice(cut)]);
}

function without(document: JsonObject, key: string): JsonObject {
  return Object.fromEntries(entriesOf(document).filter(([name]) => name !== key));
}
