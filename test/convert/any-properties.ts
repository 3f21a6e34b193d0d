import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../src/domain/json.ts';

// Any value, half of the time in place of the one that belongs there: files hold everything.
export const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const odd = (arbitrary: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: json });

const KEYS = [
  'a',
  'extra',
  'value',
  'secretRef',
  'uiDefinition',
  'type',
  '__proto__',
  'constructor',
  '7',
  'a/b~c',
  'x-ms-apimTemplateParameter.',
];
export const name = fc.oneof(fc.constantFrom(...KEYS), fc.string());
const text = fc.oneof(fc.constantFrom<Json>('true', 'false', 'string', ''), fc.string());
const secret = fc.oneof(
  fc.constantFrom<Json>({ secretRef: 'A_1' }, { secretRef: 'lower' }, { secretRef: 1 }, { secretRef: 'A', b: 1 }, null),
  text,
);

/** Some of the named keys, in any order, and at times a key that nobody knows. */
function object(shape: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<Json> {
  const known = Object.entries(shape).map(([key, value]) => fc.tuple(fc.constant(key), odd(value)));
  const unknown = fc.tuple(name, json);
  return fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: unknown }), { maxLength: 6 })
    .map(entries);
}

export const map = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.array(fc.tuple(name, odd(value)), { maxLength: 4 }).map(entries);
const list = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.array(odd(value), { maxLength: 3 });
const entries = (pairs: readonly (readonly [string, Json])[]): Json => Object.fromEntries(pairs);
const bool = fc.boolean() as fc.Arbitrary<Json>;

const shown = { displayName: text, description: text };
const constraints = object({
  required: fc.oneof(text, bool),
  hidden: fc.oneof(text, bool),
  clearText: bool,
  tabIndex: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  allowedValues: list(object({ text, value: text })),
  capability: list(text),
  dependencies: map(object({ values: list(text) })),
});
const oauth = object({
  identityProvider: text,
  clientId: secret,
  clientSecret: secret,
  scopes: list(text),
  properties: map(text),
  customParameters: map(object({ value: secret, uiDefinition: object(shown) })),
  additionalParameters: map(
    object({ type: text, applicableWhen: list(object({ parameter: text, oneOf: list(text) })) }),
  ),
});
export const parameter = object({
  type: text,
  allowedValues: list(object({ value: json, uiDefinition: object(shown) })),
  defaultValue: json,
  oAuthSettings: oauth,
  gatewaySettings: object({ dataSourceType: text, connectionDetails: list(json) }),
  metadata: object({ sourceType: text }),
  uiDefinition: object({ ...shown, tooltip: text, constraints, schema: json }),
});
const set = object({
  name: text,
  uiDefinition: object(shown),
  metadata: object({ allowSharing: bool }),
  parameters: map(parameter),
});
const policy = object({
  templateId: text,
  title: text,
  parameters: object({
    'x-ms-apimTemplate-operationName': list(text),
    'x-ms-apimTemplate-policySection': text,
    'x-ms-apimTemplateParameter.name': secret,
    'x-ms-apimTemplateParameter.': text,
  }),
});
/** Everything that apiProperties.json calls `properties`, and much that it does not. */
export const properties = object({
  publisher: text,
  stackOwner: text,
  iconBrandColor: text,
  capabilities: list(text),
  connectionParameters: map(parameter),
  connectionParameterSets: object({ uiDefinition: object(shown), values: list(set) }),
  policyTemplateInstances: list(policy),
  scriptOperations: list(text),
}) as fc.Arbitrary<JsonObject>;
