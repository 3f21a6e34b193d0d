import { entriesOf, isArray, isObject, member } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Entry } from './openapi-3-conversion.ts';
import { externalDocs } from './openapi-3-external-docs.ts';
import {
  keep,
  keepCount,
  keepFlag,
  keepText,
  keepTexts,
  misfit,
  nested,
  silent,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';
import { items, JSON_SCHEMA_RULES } from './openapi-3-json-schema-rules.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { convertType } from './openapi-3-types.ts';
import { convertUnion } from './openapi-3-unions.ts';
import { VALUE_RULES } from './openapi-3-value-rules.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';

const schemaAt: KeyRule = (conversion, { key, value, place }) => [
  [key, convertSchema(conversion, value, memberPlace(place, key))],
];

const schemaList: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const list = memberPlace(place, key);
  const schemas = value.map((entry, index) => convertSchema(conversion, entry, memberPlace(list, index)));
  return schemas.length === 0 ? [] : [[key, schemas]];
};

const schemaMap: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  if (!isObject(value)) return misfit(conversion, context, 'an object');
  const map = conversion.settle(memberPlace(place, key));
  const schemas = entriesOf(value).map(([name, schema]): Entry => [
    name,
    convertSchema(conversion, schema, memberPlace(map, name)),
  ]);
  return [[key, Object.fromEntries(schemas)]];
};

/** What is closed but for names by a pattern is what these are: see `patternProperties`. */
const flagOrSchema: KeyRule = (conversion, context) => {
  const { value, holder } = context;
  if (value === false && entriesOf(member(holder, 'patternProperties')).length > 0) return [];
  return typeof value === 'boolean' ? keep(conversion, context) : schemaAt(conversion, context);
};

const examples: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const spare = member(holder, 'example') === undefined ? value.slice(1) : value;
  if (spare.length > 0)
    conversion.lose(
      child(place.from, key),
      key,
      `OpenAPI 2.0 takes one example of a schema, so ${spare.length === 1 ? 'one of them is' : `${spare.length} of them are`} left out`,
    );
  const [first] = value;
  if (first === undefined || spare.length === value.length) return [];
  return verbatimEntry(conversion, 'example', first, {
    from: child(place.from, key, 0),
    to: child(place.to, 'example'),
    depth: place.depth,
  });
};

/** Part of a condition, unless there is none. */
const condition: KeyRule = (conversion, context) =>
  member(context.holder, 'if') === undefined ? misfit(conversion, context, 'beside "if"') : [];

/** What nothing follows from. */
const premise: KeyRule = (conversion, context) =>
  ['then', 'else'].every((key) => member(context.holder, key) === undefined)
    ? misfit(conversion, context, 'followed by "then" or "else"')
    : [];

const writeOnly: KeyRule = (conversion, { key, value, place }) => {
  if (value === true) conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 cannot say that a field is only sent');
  return [];
};

const deprecated: KeyRule = (conversion, { key, value, place }) => {
  if (value === true) conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 cannot say that a field is deprecated');
  return [];
};

const XML: KeyRules = new Map([
  ['name', keepText],
  ['namespace', keepText],
  ['prefix', keepText],
  ['attribute', keepFlag],
  ['wrapped', keepFlag],
]);

export const SCHEMA_RULES: KeyRules = new Map<string, KeyRule>([
  ...VALUE_RULES,
  ['type', convertType],
  ['title', keepText],
  ['description', keepText],
  ['maxProperties', keepCount],
  ['minProperties', keepCount],
  ['required', keepTexts],
  ['additionalProperties', flagOrSchema],
  ['items', items],
  ['allOf', schemaList],
  ['oneOf', convertUnion],
  ['anyOf', convertUnion],
  // Alternatives, and what tells them apart, are added when the rest is there.
  ['if', premise],
  ['then', condition],
  ['else', condition],
  ['dependentSchemas', silent],
  ['discriminator', silent],
  ['properties', schemaMap],
  ['readOnly', keepFlag],
  ['writeOnly', writeOnly],
  ['deprecated', deprecated],
  ['xml', nested(XML)],
  ['externalDocs', externalDocs],
  ['example', keep],
  ['examples', examples],
  ...JSON_SCHEMA_RULES,
]);
