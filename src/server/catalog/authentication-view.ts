import {
  arrayMember,
  entriesOf,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { bounded, LIMITS, nameList, nameText, visibleText } from './bounded.ts';
import { valueText } from './schema-text.ts';
import type { AuthenticationChoice, AuthenticationView, Bounded, ConnectionField, OAuthView } from './view-model.ts';

/** How a maker connects, from the connection parameters. Several choices come from `connectionParameterSets`; they win over single parameters. */
export function authenticationView(properties: JsonObject): AuthenticationView {
  const sets = arrayMember(member(properties, 'connectionParameterSets'), 'values') ?? [];
  if (sets.length > 0) {
    const { shown, more } = bounded(sets, LIMITS.choices);
    return { choices: { shown: shown.map(choiceOfSet), more } };
  }
  const parameters = objectMember(properties, 'connectionParameters');
  const isEmpty = entriesOf(parameters).length === 0;
  return { choices: { shown: isEmpty ? [] : [choiceOf(parameters)], more: 0 } };
}

function choiceOfSet(set: Json): AuthenticationChoice {
  const words = member(set, 'uiDefinition');
  const choice = choiceOf(objectMember(set, 'parameters'));
  const name = member(words, 'displayName') ?? member(words, 'displayname') ?? member(set, 'name');
  return {
    ...choice,
    title: visibleText(name, LIMITS.title) ?? choice.title,
    description: visibleText(member(words, 'description'), LIMITS.description),
  };
}

function choiceOf(parameters: JsonObject | undefined): AuthenticationChoice {
  const entries = entriesOf(parameters);
  const oauth = entries.filter(([, parameter]) => isOAuth(parameter));
  const typed = entries.filter(([, parameter]) => !isOAuth(parameter) && !isHidden(parameter));
  const fields = bounded(typed, LIMITS.parameters);
  const providers = oauth.slice(0, 4).map(([, parameter]) => oauthView(parameter));
  return {
    title: titleOf(providers, typed),
    description: undefined,
    oauth: providers,
    fields: { shown: fields.shown.map(([name, parameter]) => fieldOf(name, parameter)), more: fields.more },
  };
}

/** What kind of authentication the parameters make, in plain words. */
function titleOf(oauth: readonly OAuthView[], typed: readonly [string, Json][]): string {
  const [provider] = oauth;
  if (provider !== undefined) return `Sign in with ${provider.provider}`;
  const secrets = typed.filter(([, parameter]) => stringMember(parameter, 'type') === 'securestring');
  const hasUser = typed.some(([name]) => /^user_?name$/i.test(name));
  if (hasUser && typed.some(([name]) => /^password$/i.test(name))) return 'User name and password';
  if (secrets.length === 1) return 'API key';
  return secrets.length > 1 ? 'Several secrets' : 'Connection settings';
}

function oauthView(parameter: Json): OAuthView {
  const settings = member(parameter, 'oAuthSettings');
  const custom = entriesOf(member(settings, 'customParameters'));
  const address = custom.find(([name]) => /^(authorizationUrl(Template)?|loginUri)$/i.test(name))?.[1];
  return {
    provider: providerName(stringMember(settings, 'identityProvider') ?? ''),
    scopes: nameList(member(settings, 'scopes'), LIMITS.choices),
    authorizationUrl: visibleText(member(address, 'value'), LIMITS.name),
  };
}

function providerName(identityProvider: string): string {
  return PROVIDERS.get(identityProvider.toLowerCase()) ?? (visibleText(identityProvider, 60) || 'OAuth 2.0');
}

const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['oauth2', 'OAuth 2.0'],
  ['oauth2generic', 'OAuth 2.0'],
  ['aad', 'Microsoft Entra ID'],
  ['aadcertificate', 'Microsoft Entra ID, by certificate'],
  ['github', 'GitHub'],
  ['google', 'Google'],
  ['facebook', 'Facebook'],
  ['salesforce', 'Salesforce'],
]);

function fieldOf(name: string, parameter: Json): ConnectionField {
  const words = member(parameter, 'uiDefinition');
  const constraints = member(words, 'constraints');
  return {
    name: nameText(name),
    label: visibleText(member(words, 'displayName'), LIMITS.title),
    description: visibleText(member(words, 'description') ?? member(words, 'tooltip'), LIMITS.description),
    type: typeName(stringMember(parameter, 'type') ?? ''),
    required: isTrue(member(constraints, 'required')),
    fallback: valueText(member(parameter, 'defaultValue')),
    choices: choicesOf(parameter, constraints),
  };
}

function typeName(type: string): string {
  return TYPES.get(type.toLowerCase()) ?? nameText(type);
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['securestring', 'secret text'],
  ['int', 'whole number'],
  ['bool', 'yes or no'],
  ['gatewaysetting', 'on-premises data gateway'],
]);

/** Microsoft keeps choices in two places, each with its own words. */
function choicesOf(parameter: Json, constraints: Json | undefined): Bounded<string> {
  const choices = arrayMember(parameter, 'allowedValues') ?? arrayMember(constraints, 'allowedValues') ?? [];
  const { shown, more } = bounded(choices, LIMITS.choices);
  const names = shown.map((choice) => {
    const text = stringMember(choice, 'text') ?? stringMember(member(choice, 'uiDefinition'), 'displayName');
    return text === undefined ? (valueText(member(choice, 'value')) ?? '') : nameText(text);
  });
  return { shown: names, more };
}

function isOAuth(parameter: Json): boolean {
  return /^oauthsetting$/i.test(stringMember(parameter, 'type') ?? '');
}

function isHidden(parameter: Json): boolean {
  return isTrue(member(member(member(parameter, 'uiDefinition'), 'constraints'), 'hidden'));
}

/** Written as a string by rule, as a boolean by many. */
function isTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}
