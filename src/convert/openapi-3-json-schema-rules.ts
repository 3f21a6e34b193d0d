import { arrayMember, entriesOf, isArray, isObject, member, stringMember, type Json } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { movedPlace, memberPlace, type Conversion, type Sourced } from './openapi-3-conversion.ts';
import { misfit, put, type KeyContext, type KeyRule, type KeyRules } from './openapi-3-keys.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { quoted } from './openapi-3-wording.ts';

/** One schema for what several places say. */
function together(conversion: Conversion, parts: readonly Sourced[]): Sourced | undefined {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first;
  return { value: conversion.union(parts), from: first.from };
}

/** Fields by a pattern of their names are further fields of any name. */
const patternProperties: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  if (!isObject(value)) return misfit(conversion, context, 'an object');
  const from = child(place.from, key);
  const parts = entriesOf(value).map(([name, schema]) => ({ value: schema, from: child(from, name) }));
  const all = together(conversion, parts);
  const other = member(holder, 'additionalProperties');
  const free = all === undefined || (other !== undefined && other !== false);
  const outcome = free ? 'are left out' : 'may have any name';
  for (const { from: at } of parts)
    conversion.lose(at, key, `OpenAPI 2.0 has no patterns for names, so these fields ${outcome}`);
  if (free) return [];
  const at = movedPlace(memberPlace(place, key, 'additionalProperties'), all.from);
  return [['additionalProperties', convertSchema(conversion, all.value, at)]];
};

/** Each entry of a tuple has a schema of its own; 2.0 has one for all. */
const prefixItems: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const from = child(place.from, key);
  const rest = member(holder, 'items');
  const parts = value.map((schema, index) => ({ value: schema, from: child(from, index) }));
  if (isObject(rest)) parts.push({ value: rest, from: child(place.from, 'items') });
  conversion.lose(from, key, 'OpenAPI 2.0 takes one schema for all entries of a list, so each may be any of them');
  const all = together(conversion, parts);
  const closed = rest === false && member(holder, 'maxItems') === undefined;
  if (closed) conversion.trace(child(place.to, 'maxItems'), child(place.from, 'items'));
  return [
    ...(all === undefined
      ? []
      : [
          [
            'items',
            convertSchema(conversion, all.value, movedPlace(memberPlace(place, key, 'items'), all.from)),
          ] as const,
        ]),
    ...(closed ? [['maxItems', value.length] as const] : []),
  ];
};

export const items: KeyRule = (conversion, { key, value, holder, place }) => {
  if (arrayMember(holder, 'prefixItems') !== undefined) return [];
  return [[key, convertSchema(conversion, value, memberPlace(place, key))]];
};

/** Where nothing else adds fields, what is not evaluated is what is not described. */
const unevaluatedProperties: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  const alone = !['additionalProperties', 'patternProperties', ...COMPOSED].some((other) =>
    Object.hasOwn(holder, other),
  );
  if (value === true) return [];
  if (!alone) return left(conversion, context, 'OpenAPI 2.0 cannot close a schema that other keywords add fields to');
  if (value === false) return put(conversion, context, 'additionalProperties', false);
  return [['additionalProperties', convertSchema(conversion, value, memberPlace(place, key, 'additionalProperties'))]];
};

const COMPOSED = ['$ref', 'allOf', 'oneOf', 'anyOf', 'if', 'dependentSchemas'];

const not: KeyRule = (conversion, context) =>
  left(conversion, context, 'OpenAPI 2.0 cannot say what is not allowed', 'Describe what is allowed instead');

const contentEncoding: KeyRule = (conversion, context) => {
  if (context.value === 'base64' && member(context.holder, 'format') === undefined)
    return put(conversion, context, 'format', 'byte');
  return misfit(conversion, context, 'an encoding that OpenAPI 2.0 knows');
};

const contentMediaType: KeyRule = (conversion, context) => {
  const { holder, value } = context;
  if (member(holder, 'contentEncoding') !== undefined) return misfit(conversion, context, 'needed beside its encoding');
  if (value === 'application/octet-stream' && member(holder, 'format') === undefined)
    return put(conversion, context, 'format', 'binary');
  return misfit(conversion, context, 'a media type that a field of OpenAPI 2.0 can have');
};

/** `true` says nothing. */
const unlessTrue =
  (message: string): KeyRule =>
  (conversion, context) =>
    context.value === true ? [] : left(conversion, context, message);

const leftOut =
  (message: string): KeyRule =>
  (conversion, context) =>
    left(conversion, context, message);

function left(conversion: Conversion, { key, place }: KeyContext, message: string, hint?: string): readonly [] {
  conversion.lose(child(place.from, key), key, message, hint);
  return [];
}

/** Definitions are named where something refers to them; of the others each is said. */
const definitions: KeyRule = (conversion, { key, value, place }) => {
  for (const [name, schema] of entriesOf(value)) {
    const from = child(place.from, key, name);
    if (!isNamed(conversion, schema, from))
      conversion.lose(from, key, `Nothing uses ${quoted(name)} of ${quoted(key)}, so it is left out`);
  }
  return [];
};

function isNamed(conversion: Conversion, schema: Json, from: string): boolean {
  const anchors = ['$anchor', '$dynamicAnchor'].flatMap((key) => stringMember(schema, key) ?? []);
  const names = [from, ...anchors].map((name) => `#${name}`);
  return [...names, stringMember(schema, '$id') ?? ''].some((name) => conversion.isUsed(name));
}

/** Names for references: what they name has another place, or another name, in the result. */
const name: KeyRule = () => [];

const POSITIONS = 'OpenAPI 2.0 cannot say what some entries of a list are';
const OTHER_FIELDS = 'OpenAPI 2.0 cannot say which fields need which others';

/** Keywords of JSON Schema that came with 3.1. `if`, `then`, `else` and `dependentSchemas` are alternatives: see openapi-3-unions.ts. */
export const JSON_SCHEMA_RULES: KeyRules = new Map<string, KeyRule>([
  ['not', not],
  ['patternProperties', patternProperties],
  ['prefixItems', prefixItems],
  ['unevaluatedProperties', unevaluatedProperties],
  ['unevaluatedItems', unlessTrue('OpenAPI 2.0 cannot close a list that is put together from others')],
  ['additionalItems', unlessTrue(POSITIONS)],
  ['contains', leftOut(POSITIONS)],
  ['minContains', leftOut(POSITIONS)],
  ['maxContains', leftOut(POSITIONS)],
  ['propertyNames', unlessTrue('OpenAPI 2.0 cannot limit the names of fields')],
  ['dependentRequired', leftOut(OTHER_FIELDS)],
  ['dependencies', leftOut(OTHER_FIELDS)],
  ['contentEncoding', contentEncoding],
  ['contentMediaType', contentMediaType],
  ['contentSchema', leftOut('OpenAPI 2.0 cannot say what a text holds')],
  ['$defs', definitions],
  ['definitions', definitions],
  ['$anchor', name],
  ['$dynamicAnchor', name],
  ['$id', name],
  ['$comment', leftOut('A comment is for who reads the source')],
  ['$schema', leftOut('OpenAPI 2.0 has one dialect of schemas only')],
  ['$vocabulary', leftOut('OpenAPI 2.0 has one dialect of schemas only')],
]);
