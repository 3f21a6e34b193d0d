import { entriesOf, isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { isPlaceholder } from '../domain/secrets/placeholder.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { secretIn, type ArmContext } from './arm-context.ts';
import { literalKey, literalText, literalValue } from './arm-expressions.ts';
import { quoted } from './arm-losses.ts';
import { literalDefault } from './arm-parameters.ts';

type Test = (value: Json) => boolean;

const isText: Test = (value) => typeof value === 'string';

/** The members of ApiOAuthSettings in Microsoft.Web 2016-06-01, but for those that become parameters. */
const MEMBERS: ReadonlyMap<string, Test> = new Map([
  ['identityProvider', isText],
  ['scopes', (value: Json) => isArray(value) && value.every(isText)],
  ['redirectUrl', isText],
  ['properties', isObject],
]);

/** `oAuthSettings` of a connection parameter: the app and its secret belong to whoever deploys, so both become parameters. */
export function oAuthSettings(name: string, settings: JsonObject, at: Pointer, context: ArmContext): JsonObject {
  const { lose, parameters } = context;
  const kept = entriesOf(settings).flatMap(([key, value]): [string, Json][] => {
    const place = child(at, key);
    if (key === 'clientId' || key === 'clientSecret') return [];
    if (key === 'customParameters' && isObject(value)) return [[key, customParameters(value, place, context)]];
    if (MEMBERS.get(key)?.(value) === true) return [[key, literalValue(value, (one) => secretIn(one, parameters))]];
    lose(
      place,
      key,
      `${quoted(key)} of ${quoted(name)} is left out: ${WHY.get(key) ?? 'OAuth settings of the resource have none such'}`,
    );
    return [];
  });
  return Object.fromEntries([
    ...kept,
    ['clientId', clientId(name, settings, context)],
    ...clientSecret(name, settings, at, context),
  ]);
}

const WHY: ReadonlyMap<string, string> = new Map([
  ['redirectMode', 'Logic Apps decides itself to which address people come back'],
]);

function clientId(name: string, settings: JsonObject, { parameters }: ArmContext): string {
  const reference = secretIn(member(settings, 'clientId'), parameters);
  if (reference !== undefined) return reference;
  const known = stringMember(settings, 'clientId') ?? '';
  const isKnown = known !== '' && !isPlaceholder(known);
  return parameters.add({
    name: /^token$/i.test(name) ? 'clientId' : `${parameterWord(name)}ClientId`,
    type: 'string',
    description: `The client id of the app that people sign in to (connection parameter ${name.replace(/[^\w:.-]/g, '')}).`,
    ...(isKnown ? literalDefault(known) : {}),
    placeholder: isKnown ? known : '<client id of the app>',
  });
}

/** A certificate stands for it where the provider says so. */
function clientSecret(
  name: string,
  settings: JsonObject,
  at: Pointer,
  { parameters, lose }: ArmContext,
): [string, Json][] {
  const written = member(settings, 'clientSecret');
  const reference = secretIn(written, parameters);
  if (reference !== undefined) return [['clientSecret', reference]];
  if (/^aadcertificate$/i.test(stringMember(settings, 'identityProvider') ?? '')) return [];
  if (typeof written === 'string' && !isPlaceholder(written)) {
    lose(
      child(at, 'clientSecret'),
      'clientSecret',
      `The client secret of ${quoted(name)} is left out: the template asks for it`,
    );
  }
  const expression = parameters.add({
    name: /^token$/i.test(name) ? 'clientSecret' : `${parameterWord(name)}ClientSecret`,
    type: 'securestring',
    description: 'The client secret of that app.',
    placeholder: '<client secret of the app>',
  });
  return [['clientSecret', expression]];
}

function customParameters(settings: JsonObject, at: Pointer, { parameters, lose }: ArmContext): JsonObject {
  return Object.fromEntries(
    entriesOf(settings).flatMap(([name, setting]): [string, Json][] => {
      const value = member(setting, 'value');
      const reference = secretIn(value, parameters);
      const text = reference ?? (typeof value === 'string' ? literalText(value) : undefined);
      if (text === undefined) {
        lose(
          child(at, name),
          'customParameters',
          `The setting ${quoted(name)} is left out: it has no text as its value`,
        );
        return [];
      }
      return [[literalKey(name), { ...carriedBeside(setting), value: text }]];
    }),
  );
}

function carriedBeside(setting: Json): JsonObject {
  return Object.fromEntries(
    ['options', 'uiDefinition'].flatMap((key): [string, Json][] => {
      const value = member(setting, key);
      return isObject(value) ? [[key, literalValue(value)]] : [];
    }),
  );
}

function parameterWord(name: string): string {
  const word = name.replace(/[^A-Za-z0-9]/g, '');
  return /^[A-Za-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1, 80) : `p${word.slice(0, 80)}`;
}
