import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import type { RevisionContent, RevisionOrigin } from '../../src/domain/revision.ts';

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
/** Values as a revision may hold them: reading one refuses the key `__proto__` at every depth. */
const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !JSON.stringify(value).includes('"__proto__":'))
  .map(asJson);
/** Keys as people write them; none that JavaScript sorts, and none that is refused. */
const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/^\d+$/.test(text) && text !== '__proto__');
const object = (value: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> =>
  fc.dictionary(key, value, { maxKeys: 6 }).map(plain);

// fast-check makes objects without a prototype, which no parser does.
function plain(value: Readonly<Record<string, Json>>): JsonObject {
  return Object.fromEntries(Object.entries(value));
}

const parameter = fc
  .record({
    type: fc.constantFrom('string', 'securestring', 'bool'),
    uiDefinition: fc.record({ displayName: fc.string(), description: fc.string(), tooltip: fc.string() }),
  })
  .map(asJson);

/** Properties as connectors have them, with some member that nobody knows. */
export const properties: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      publisher: fc.string(),
      iconBrandColor: fc.constantFrom('#007ee5', '#FFFFFF'),
      connectionParameters: object(parameter),
      capabilities: fc.constant(['actions']),
      connectionParameterSets: fc.record({
        values: fc.array(fc.record({ name: fc.string(), parameters: object(parameter) })),
      }),
      policyTemplateInstances: fc.array(fc.record({ templateId: fc.constant('setheader'), parameters: object(json) }), {
        maxLength: 2,
      }),
      unknownMember: json,
    },
    { requiredKeys: [] },
  )
  .map((value) => asJson(value) as JsonObject);

export const contents: fc.Arbitrary<RevisionContent> = fc.record(
  {
    openapi: object(json),
    properties,
    icon: fc.uint8Array({ maxLength: 20 }),
    script: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')),
    readme: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')),
  },
  { requiredKeys: ['openapi', 'properties'], noNullPrototype: true },
);

export const origins: fc.Arbitrary<RevisionOrigin | undefined> = fc.option(
  fc.record(
    { converter: fc.constant('connectors 0.1.0'), sourceSha256: fc.constant('ab'.repeat(32)) },
    { requiredKeys: [], noNullPrototype: true },
  ),
  { nil: undefined },
);
