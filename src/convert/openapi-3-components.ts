import { entriesOf, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { meant } from './openapi-3-keys.ts';
import { convertSharedParameter } from './openapi-3-parameters.ts';
import { convertResponse } from './openapi-3-responses.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { securityDefinitions } from './openapi-3-security.ts';
import { quoted } from './openapi-3-wording.ts';

type Section = (conversion: Conversion, value: Json, from: string) => Entry;

/** The components that 2.0 has a place for, at its root, in the author's order. */
const SECTIONS: ReadonlyMap<string, Section> = new Map<string, Section>([
  [
    'schemas',
    (conversion, value, from) => [
      'definitions',
      each(conversion, value, { from, to: '/definitions', depth: 0 }, convertSchema),
    ],
  ],
  [
    'parameters',
    (conversion, value, from) => [
      'parameters',
      each(conversion, value, { from, to: '/parameters', depth: 0 }, convertSharedParameter),
    ],
  ],
  [
    'responses',
    (conversion, value, from) => [
      'responses',
      each(conversion, value, { from, to: '/responses', depth: 0 }, convertResponse),
    ],
  ],
  [
    'securitySchemes',
    (conversion, value, from) => [
      'securityDefinitions',
      securityDefinitions(conversion, value, { from, to: '/securityDefinitions', depth: 0 }),
    ],
  ],
]);

/** Written out where they are used, because 2.0 shares none of them. */
const WRITTEN_OUT = new Set(['requestBodies', 'headers', 'examples', 'links', 'callbacks', 'pathItems']);

export function convertComponents(conversion: Conversion, components: Json): readonly Entry[] {
  return entriesOf(components).flatMap(([key, value]): readonly Entry[] => {
    const from = child('/components', key);
    const section = SECTIONS.get(key);
    if (section !== undefined) {
      const entry = section(conversion, value, from);
      return isObject(entry[1]) && Object.keys(entry[1]).length > 0 ? [entry] : [];
    }
    // What of them is used is known when all is converted: see `reportUnused`.
    if (WRITTEN_OUT.has(key)) return [];
    const message = `${quoted(key)} of the components has no counterpart in OpenAPI 2.0`;
    conversion.lose(from, key, message, meant(key, [...SECTIONS.keys(), ...WRITTEN_OUT]));
    return [];
  });
}

function each(
  conversion: Conversion,
  value: Json,
  place: Place,
  convert: (conversion: Conversion, value: Json, place: Place) => JsonObject | undefined,
): JsonObject {
  const settled = conversion.settle(place);
  return Object.fromEntries(
    entriesOf(value).flatMap(([name, component]): Entry[] => {
      const converted = convert(conversion, component, memberPlace(settled, name));
      return converted === undefined ? [] : [[name, converted]];
    }),
  );
}

/** Components that have no place of their own, and that nothing that is carried uses. */
export function reportUnused(conversion: Conversion): void {
  const components = member(conversion.source, 'components');
  if (![...WRITTEN_OUT].some((key) => member(components, key) !== undefined)) return;
  const carried = conversion.carriedBelow('/components');
  for (const [key, value] of entriesOf(components))
    if (WRITTEN_OUT.has(key))
      for (const [name] of entriesOf(value)) {
        const from = child('/components', key, name);
        const message = `Nothing that is carried uses ${quoted(name)} of ${quoted(key)}, so it is left out`;
        if (!carried.has(from)) conversion.lose(from, key, message);
      }
}
