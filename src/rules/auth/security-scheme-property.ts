import { entriesOf, isObject, member, stringMember, type JsonObject } from '../../domain/json.ts';
import { child, pointerTo, type Pointer } from '../../domain/pointer.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';

const COMMON = ['type', 'description'];
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  basic: [],
  apiKey: ['name', 'in'],
  'oauth2/implicit': ['flow', 'authorizationUrl', 'scopes'],
  'oauth2/password': ['flow', 'tokenUrl', 'scopes'],
  'oauth2/application': ['flow', 'tokenUrl', 'scopes'],
  'oauth2/accessCode': ['flow', 'authorizationUrl', 'tokenUrl', 'scopes'],
};
const TYPES = ['basic', 'apiKey', 'oauth2'];

export const securitySchemeProperty: Rule = {
  code: 'auth/security-scheme-property',
  document: (document) =>
    entriesOf(member(document, 'securityDefinitions')).flatMap(([name, scheme]) =>
      isObject(scheme) ? problemsOf(name, scheme, pointerTo('securityDefinitions', name)) : [],
    ),
};

function problemsOf(name: string, scheme: JsonObject, pointer: Pointer): Problem[] {
  const type = stringMember(scheme, 'type') ?? '';
  if (!TYPES.includes(type)) return [typeProblem(name, scheme, pointer)];
  const form = type === 'oauth2' ? `oauth2/${stringMember(scheme, 'flow') ?? ''}` : type;
  const required = Object.hasOwn(REQUIRED, form) ? REQUIRED[form] : undefined;
  // An unknown flow has a rule of its own; without any, nothing else can be judged.
  if (required === undefined)
    return member(scheme, 'flow') === undefined ? missing(name, scheme, pointer, ['flow']) : [];
  return [...missing(name, scheme, pointer, required), ...unknown(name, scheme, pointer, [...COMMON, ...required])];
}

function typeProblem(name: string, scheme: JsonObject, pointer: Pointer): Problem {
  const type = member(scheme, 'type');
  const message =
    type === undefined
      ? `Security definition ${quote(name)} has no type`
      : `Security definition ${quote(name)} has the unknown type ${quote(type)}`;
  const place = child(pointer, 'type');
  return {
    at: inOpenApi(type === undefined ? pointer : place),
    message,
    hint: `Use ${quoteChoice(TYPES)}`,
    replaces: [place],
  };
}

function missing(name: string, scheme: JsonObject, pointer: Pointer, keys: readonly string[]): Problem[] {
  const absent = keys.filter((key) => member(scheme, key) === undefined);
  return absent.map((key) => ({
    at: inOpenApi(pointer),
    message: `Security definition ${quote(name)} has no ${quote(key)}`,
    hint: key === 'scopes' ? 'Add "scopes": {"name of scope": "what it allows"}' : `Add ${quote(key)}`,
    replaces: [child(pointer, key)],
  }));
}

function unknown(name: string, scheme: JsonObject, pointer: Pointer, keys: readonly string[]): Problem[] {
  const extra = Object.keys(scheme).filter((key) => !keys.includes(key) && !key.startsWith('x-'));
  return extra.map((key) => ({
    at: keyInOpenApi(child(pointer, key)),
    message: `Security definition ${quote(name)} has ${quote(key)}, which its type does not know`,
    hint: 'Remove it',
  }));
}
