import type { Json } from '../../domain/json.ts';
import { hasType, isOauth, isTyped, securityDefinitionsOf, type SecurityDefinition } from '../facts/credentials.ts';
import { quote } from '../quote.ts';
import { inProperties, keyInOpenApi, type Problem, type Rule } from '../rule.ts';
import type { ConnectionParameter } from '../subject.ts';

export const securityMismatch: Rule = {
  code: 'auth/security-mismatch',
  document: (document, { connectionParameters, properties }) => {
    const definitions = securityDefinitionsOf(document);
    const [first] = definitions;
    if (first === undefined || properties === undefined) return undefined;
    return [...nothingToAskFor(first, connectionParameters), ...onlyInProperties(definitions, connectionParameters)];
  },
};

const WANTED: ReadonlyMap<Json, readonly [what: string, hint: string]> = new Map([
  ['apiKey', ['an API key', 'Add a connection parameter of the type "securestring", for example "api_key"']],
  ['basic', ['a user and password', 'Add the connection parameters "username" and "password"']],
]);

function nothingToAskFor(definition: SecurityDefinition, parameters: readonly ConnectionParameter[]): Problem[] {
  const [what, hint] = WANTED.get(definition.type) ?? [];
  if (what === undefined || hint === undefined || parameters.some(isCredential)) return [];
  const message = `Security definition ${quote(definition.name)} wants ${what}, and no connection parameter asks for it`;
  return [{ at: keyInOpenApi(definition.pointer), message, hint }];
}

function isCredential(parameter: ConnectionParameter): boolean {
  return isTyped(parameter) || isOauth(parameter) || hasType(parameter, 'gatewaySetting');
}

// Without any definition it is legal: a policy can put the token on.
function onlyInProperties(
  definitions: readonly SecurityDefinition[],
  parameters: readonly ConnectionParameter[],
): Problem[] {
  const oauth = parameters.find((parameter) => isOauth(parameter) && parameter.set === undefined);
  if (oauth === undefined || definitions.some(({ type }) => type === 'oauth2')) return [];
  return [
    {
      at: inProperties(oauth.pointer),
      message: `Connection parameter ${quote(oauth.name)} signs in with OAuth, and no security definition is of the type "oauth2"`,
      hint: 'Describe OAuth 2 in "securityDefinitions", or ask for what is described there',
    },
  ];
}
