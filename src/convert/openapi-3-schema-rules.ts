import { entriesOf, isArray, isObject, member, stringMember } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Entry } from './openapi-3-conversion.ts';
import {
  EXTERNAL_DOCS,
  keep,
  keepCount,
  keepFlag,
  keepText,
  keepTexts,
  misfit,
  nested,
  put,
  silent,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { convertType } from './openapi-3-types.ts';
import { convertUnion } from './openapi-3-unions.ts';
import { VALUE_RULES } from './openapi-3-value-rules.ts';
import { quoted } from './openapi-3-wording.ts';

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
  const map = memberPlace(place, key);
  conversion.trace(map.to, map.from);
  const schemas = entriesOf(value).map(([name, schema]): Entry => [
    name,
    convertSchema(conversion, schema, memberPlace(map, name)),
  ]);
  return [[key, Object.fromEntries(schemas)]];
};

const flagOrSchema: KeyRule = (conversion, context) =>
  typeof context.value === 'boolean' ? keep(conversion, context) : schemaAt(conversion, context);

const examples: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const spare = member(holder, 'example') === undefined ? value.slice(1) : value;
  if (spare.length > 0)
    conversion.lose(
      child(place.from, key),
      key,
      `OpenAPI 2.0 takes one example of a schema, so ${spare.length} of them are left out`,
    );
  const [first] = value;
  return first === undefined || spare.length === value.length ? [] : put(conversion, context, 'example', first);
};

/** 2.0 names the property; which value means which schema follows from the names of the schemas. */
const discriminator: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  const name = stringMember(value, 'propertyName');
  if (name === undefined) return misfit(conversion, context, 'an object with a "propertyName"');
  const renamed = entriesOf(member(value, 'mapping')).filter(
    ([from, to]) => typeof to !== 'string' || to.split('/').at(-1) !== from,
  );
  if (renamed.length > 0)
    conversion.refuse(
      child(place.from, key, 'mapping'),
      'discriminator mapping',
      `The discriminator ${quoted(name)} maps values to schemas of other names`,
      'Give the schemas the names that the values have, or describe one object with all fields',
    );
  for (const [extra] of entriesOf(value))
    if (extra !== 'propertyName' && extra !== 'mapping')
      conversion.lose(
        child(place.from, key, extra),
        extra,
        `${quoted(extra)} of a discriminator has no counterpart in OpenAPI 2.0`,
      );
  conversion.trace(child(place.to, key), child(place.from, key, 'propertyName'));
  return [[key, name]];
};

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

const not: KeyRule = (conversion, { key, place }) => {
  const message = 'A schema with "not" cannot be said in OpenAPI 2.0';
  conversion.refuse(child(place.from, key), key, message, 'Describe what is allowed instead');
  return [];
};

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
  ['items', schemaAt],
  ['allOf', schemaList],
  ['oneOf', convertUnion],
  ['anyOf', convertUnion],
  ['not', not],
  ['properties', schemaMap],
  ['discriminator', discriminator],
  ['readOnly', keepFlag],
  ['writeOnly', writeOnly],
  ['deprecated', deprecated],
  ['xml', nested(XML)],
  ['externalDocs', nested(EXTERNAL_DOCS)],
  ['example', keep],
  ['examples', examples],
  ['contentEncoding', contentEncoding],
  ['contentMediaType', contentMediaType],
  // Definitions inside a schema are written out where they are used.
  ['$defs', silent],
]);
