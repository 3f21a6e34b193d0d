import { entriesOf, isObject, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { secretIn, type ArmContext } from './arm-context.ts';
import { literalKey, literalValue } from './arm-expressions.ts';
import { quoted, setsOf, type Lose } from './arm-losses.ts';
import { oAuthSettings } from './arm-oauth.ts';

/** The types of ConnectionParameter in Microsoft.Web 2016-06-01. */
const TYPES = [
  'string',
  'securestring',
  'secureobject',
  'int',
  'bool',
  'object',
  'array',
  'oauthSetting',
  'connection',
];

/** Named by no published type of customApis; templates that are in use send the first, and managed connectors of Azure have all of them. */
const UNPUBLISHED = new Set(['uiDefinition', 'allowedValues', 'defaultValue', 'metadata']);

/** `properties.connectionParameters` of the resource. Secrets become parameters of the template. */
export function connectionParameters(properties: JsonObject, context: ArmContext): JsonObject {
  const { parameters, at } = chosen(properties, context.lose);
  return Object.fromEntries(
    entriesOf(parameters).flatMap(([name, value]): [string, Json][] => {
      const converted = connectionParameter(name, value, child(at, name), context);
      return converted === undefined ? [] : [[literalKey(name), converted]];
    }),
  );
}

/** Logic Apps knows one set: that of `connectionParameters`, or the first of several when there is none. */
function chosen(properties: JsonObject, lose: Lose): { readonly parameters: JsonObject; readonly at: Pointer } {
  const plain = objectMember(properties, 'connectionParameters') ?? {};
  const sets = setsOf(properties);
  const [first] = sets;
  const isFirst = Object.keys(plain).length === 0 && first !== undefined;
  for (const [index, set] of sets.entries()) {
    const name = quoted(stringMember(set, 'name') ?? String(index));
    const why = 'Logic Apps knows one way to connect';
    const message =
      isFirst && index === 0
        ? `The parameter set ${name} becomes the connection parameters: ${why}`
        : `The parameter set ${name} is left out: ${why}`;
    const hint = index === 0 ? undefined : 'Export a connector of its own for each way to connect';
    lose(child('/connectionParameterSets/values', index), 'connectionParameterSets', message, hint);
  }
  if (!isFirst) return { parameters: plain, at: '/connectionParameters' };
  return { parameters: objectMember(first, 'parameters') ?? {}, at: '/connectionParameterSets/values/0/parameters' };
}

function connectionParameter(name: string, value: Json, at: Pointer, context: ArmContext): Json | undefined {
  const { lose, parameters } = context;
  const written = stringMember(value, 'type');
  const type = TYPES.find((one) => one.toLowerCase() === written?.toLowerCase());
  if (!isObject(value) || type === undefined) {
    const what = written === undefined ? 'it says no type' : `the resource knows no type ${quoted(written)}`;
    const hint = written?.toLowerCase() === 'gatewaysetting' ? GATEWAY_HINT : undefined;
    lose(at, written ?? 'connectionParameters', `The connection parameter ${quoted(name)} is left out: ${what}`, hint);
    return undefined;
  }
  const entries = entriesOf(value).flatMap(([key, inner]): [string, Json][] => {
    const place = child(at, key);
    if (key === 'type') return [['type', type]];
    if (key === 'oAuthSettings') return isObject(inner) ? [[key, oAuthSettings(name, inner, place, context)]] : [];
    if (key === 'defaultValue' && isHidden(type, inner)) return secureDefault(name, inner, place, context);
    if (UNPUBLISHED.has(key) && inner !== null) {
      if (key !== 'uiDefinition') lose(place, key, `${quoted(key)} of ${quoted(name)} is ${CARRIED_ANYWAY}`);
      return [[key, literalValue(inner, (one) => secretIn(one, parameters))]];
    }
    const why = inner === null ? 'it is null' : 'connection parameters of the resource have none';
    lose(place, key, `${quoted(key)} of ${quoted(name)} is left out: ${why}`);
    return [];
  });
  return Object.fromEntries(entries);
}

const CARRIED_ANYWAY = 'carried as it is, and the published type does not name it: Logic Apps may take no notice of it';
const GATEWAY_HINT = 'Switch on "Connect via on-premises data gateway" for the connector in the Azure portal';

function isHidden(type: string, value: Json): boolean {
  return type.startsWith('secure') && value !== null && value !== '';
}

/** What a person was not to see is not written into a template: a text is asked for, and nothing else can be. */
function secureDefault(name: string, value: Json, at: Pointer, { parameters, lose }: ArmContext): [string, Json][] {
  const reference = secretIn(value, parameters);
  if (reference !== undefined) return [['defaultValue', reference]];
  const isText = typeof value === 'string';
  const what = isText ? 'asked for by a parameter of the template' : 'left out: what is secure is not written';
  lose(at, 'defaultValue', `The default of the secure parameter ${quoted(name)} is ${what}`);
  return isText ? [['defaultValue', parameters.secret(`${name} default`)]] : [];
}
