import { entriesOf, isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child, parentOf } from '../domain/pointer.ts';
import { choicesOf, isNull, type Choice } from './openapi-3-choices.ts';
import {
  movedPlace,
  memberPlace,
  type Conversion,
  type Entry,
  type Place,
  type Sourced,
} from './openapi-3-conversion.ts';
import { flatChoice } from './openapi-3-flat-schema.ts';
import { keep, misfit, put, unknown, type KeyContext } from './openapi-3-keys.ts';
import type { FlatSchema } from './openapi-3-merge.ts';
import { SCHEMA_RULES } from './openapi-3-schema-rules.ts';
import { convertSchema } from './openapi-3-schemas.ts';

/** Keys that mean something else inside an alternative than around it, or that may bring up what is not known before. */
const MOVES_NO_FURTHER = new Set(['$ref', '$dynamicRef', 'oneOf', 'anyOf', 'if', 'dependentSchemas']);

/** `oneOf` and `anyOf` of one alternative (beside null) are that schema, whose keys move up where none clashes; else see `withChoices`. */
export function convertUnion(conversion: Conversion, context: KeyContext): readonly Entry[] {
  const { value, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const [only, ...others] = value.map((schema, index) => ({ schema, index })).filter(({ schema }) => !isNull(schema));
  const nulls = value.length - others.length - (only === undefined ? 0 : 1);
  const nullEntry = nulls > 0 ? put(conversion, context, 'x-nullable', true) : [];
  if (only === undefined || others.length > 0 || clashes(context.holder, only.schema)) return nullEntry;
  const from = conversion.placesOf(value)?.[only.index] ?? child(place.from, context.key, only.index);
  const entries = Object.entries(
    convertSchema(conversion, only.schema, { from, to: place.to, depth: place.depth + 1 }),
  );
  conversion.trace(place.to, place.from);
  for (const [name] of entries) conversion.traceNew(child(place.to, name), child(from, name));
  return [...entries, ...nullEntry];
}

function clashes(holder: JsonObject, schema: Json): boolean {
  return entriesOf(schema).some(([name]) => MOVES_NO_FURTHER.has(name) || Object.hasOwn(holder, name));
}

/** Adds to a converted schema what its alternatives say together: one object with the fields of all, one list of values, one type. */
export function withChoices(
  conversion: Conversion,
  schema: JsonObject,
  converted: JsonObject,
  place: Place,
): JsonObject {
  const choices = choicesOf(conversion, schema, place.from);
  if (choices.length === 0) return converted;
  return choices.reduce((known, choice) => {
    const [only, ...others] = choice.alternatives;
    if (only === undefined) return known;
    if (others.length > 0 || choice.conditional) return withMerged(conversion, choice, known, place);
    return clashes(schema, only.value) ? withAll(conversion, only, known, place) : known;
  }, converted);
}

/** A further schema that holds as well. */
function withAll(conversion: Conversion, { value, from }: Sourced, known: JsonObject, place: Place): JsonObject {
  const before = known['allOf'];
  const list = isArray(before) ? before : [];
  const at: Place = { from, to: child(place.to, 'allOf', list.length), depth: place.depth + 1 };
  return { ...known, allOf: [...list, convertSchema(conversion, value, at)] };
}

function withMerged(conversion: Conversion, choice: Choice, known: JsonObject, place: Place): JsonObject {
  const at = choice.alternatives.map(({ from }) => from).join('\n');
  const merged = conversion.inline(at, () => {
    const flat = flatChoice(conversion, choice);
    return flat === undefined ? {} : converted(conversion, flat, known, place);
  });
  if (merged === undefined)
    conversion.lose(choice.from, 'recursion', 'The alternatives hold themselves, so what is inside may be anything');
  return joined(known, merged ?? {});
}

/** A flat schema in the result's terms, but for the fields that are known better. */
function converted(conversion: Conversion, flat: FlatSchema, known: JsonObject, place: Place): JsonObject {
  const holder = Object.fromEntries([...flat.keys].map(([key, { value }]) => [key, value]));
  const entries = [...flat.keys].flatMap(([key, { value, from }]): readonly Entry[] => {
    if (Object.hasOwn(known, key)) return [];
    const rule = SCHEMA_RULES.get(key) ?? (key.startsWith('x-') ? keep : unknown);
    const made = rule(conversion, { key, value, holder, place: movedPlace(place, parentOf(from)) });
    for (const [name] of made) conversion.trace(child(place.to, name), from);
    return made;
  });
  const fields = { from: flat.from, to: child(place.to, 'properties'), depth: place.depth + 1 };
  const before = known['properties'];
  const properties = [...flat.properties].flatMap(([name, { value, from }]): Entry[] => {
    if (isObject(before) && Object.hasOwn(before, name)) return [];
    return [[name, convertSchema(conversion, value, movedPlace(memberPlace(fields, name), from))]];
  });
  if (properties.length > 0 && before === undefined) conversion.trace(fields.to, flat.from);
  if (flat.required.size > 0)
    conversion.trace(child(place.to, 'required'), [...flat.required.values()][0] ?? flat.from);
  return {
    ...Object.fromEntries(entries),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(flat.required.size > 0 ? { required: [...flat.required.keys()] } : {}),
  };
}

/** What a schema says itself, and what its alternatives add. */
function joined(known: JsonObject, added: JsonObject): JsonObject {
  const properties = { ...objectAt(known, 'properties'), ...objectAt(added, 'properties') };
  const required = [...new Set([...listAt(known, 'required'), ...listAt(added, 'required')])];
  const fresh = Object.entries(added).filter(([key]) => !Object.hasOwn(known, key));
  return {
    ...known,
    ...Object.fromEntries(fresh),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function objectAt(holder: JsonObject, key: string): JsonObject {
  const value = holder[key];
  return isObject(value) ? value : {};
}

function listAt(holder: JsonObject, key: string): readonly Json[] {
  const value = holder[key];
  return isArray(value) ? value : [];
}
