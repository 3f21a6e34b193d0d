import { member, stringMember, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Entry, Place, Sourced } from './openapi-3-conversion.ts';
import { flatSchema } from './openapi-3-flat-schema.ts';
import { flatText, simpleEntries } from './openapi-3-simple-type.ts';
import { simpleTypeOf } from './openapi-3-type-of.ts';
import { quoted } from './openapi-3-wording.ts';

/** A field of an object in the query, which is sent like a parameter of its own. */
export interface ObjectField extends Sourced {
  /** As it stands in the address: `filter[name]`. */
  readonly name: string;
  readonly required: boolean;
}

/**
 * The fields of an object that the styles form and deepObject write into a query one by one, so that 2.0 can say each. Undefined for any
 * other parameter, and where the fields are not known.
 */
export function objectFields(
  conversion: Conversion,
  parameter: JsonObject,
  from: Pointer,
): readonly ObjectField[] | undefined {
  const nameOf = namingOf(parameter);
  const schema = member(parameter, 'schema');
  if (nameOf === undefined || schema === undefined) return undefined;
  // Most are plain values: these are not looked into.
  const type = member(schema, 'type');
  if (typeof type === 'string' && type !== 'object') return undefined;
  const flat = flatSchema(conversion, schema, child(from, 'schema'));
  if (simpleTypeOf(flat) !== 'object' || flat.properties.size === 0) return undefined;
  const required = member(parameter, 'required') === true;
  const fields = [...flat.properties].map(([name, field]) => ({
    ...field,
    name: nameOf(name),
    required: required && flat.required.has(name),
  }));
  const message = `The parameter ${quoted(stringMember(parameter, 'name') ?? '')} is an object, so each of its fields is a parameter: `;
  const names = fields.slice(0, 3).map(({ name }) => quoted(name));
  conversion.lose(from, 'object parameter', `${message}${names.join(', ')}${fields.length > 3 ? ', ...' : ''}`);
  return fields;
}

/** How the address names a field; undefined when it holds all of them in one text. */
function namingOf(parameter: JsonObject): ((field: string) => string) | undefined {
  if (stringMember(parameter, 'in') !== 'query') return undefined;
  const style = stringMember(parameter, 'style') ?? 'form';
  const name = stringMember(parameter, 'name') ?? '';
  if (style === 'deepObject') return (field) => `${name}[${field}]`;
  return style === 'form' && member(parameter, 'explode') !== false ? (field) => field : undefined;
}

/** One field as a parameter of 2.0. `place` is the field's. */
export function fieldParameter(
  conversion: Conversion,
  parameter: JsonObject,
  { name, value, required }: ObjectField,
  place: Place,
): JsonObject {
  const { from, to } = place;
  conversion.trace(to, from);
  const flat = flatSchema(conversion, value, from);
  const description = flatText(flat, 'description');
  const title = flatText(flat, 'title');
  if (description !== undefined) conversion.trace(child(to, 'description'), description.from);
  if (title !== undefined) conversion.trace(child(to, 'x-ms-summary'), title.from);
  const shown = member(parameter, 'x-ms-visibility');
  return Object.fromEntries<JsonObject[string]>([
    ['name', name],
    ['in', 'query'],
    ...(description === undefined ? [] : [['description', description.value] as Entry]),
    ...(title === undefined || flat.keys.has('x-ms-summary') ? [] : [['x-ms-summary', title.value] as Entry]),
    ...(required ? [['required', true] as Entry] : []),
    ...(shown === undefined || flat.keys.has('x-ms-visibility') ? [] : [['x-ms-visibility', shown] as Entry]),
    ...simpleEntries({ conversion, place, subject: `parameter ${quoted(name)}` }, flat, 'multi'),
  ]);
}
