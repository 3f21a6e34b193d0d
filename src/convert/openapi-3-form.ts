import { entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Entry, Place, Sourced } from './openapi-3-conversion.ts';
import { flatSchema } from './openapi-3-flat-schema.ts';
import type { FlatSchema } from './openapi-3-merge.ts';
import { exampleOf, type MediaType } from './openapi-3-media-types.ts';
import { collectionFormatOf } from './openapi-3-collection-format.ts';
import type { BodyContext } from './openapi-3-request-body.ts';
import { flatText, isBinary, loseMeaningless, simpleEntries } from './openapi-3-simple-type.ts';
import { simpleTypeOf } from './openapi-3-type-of.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

/** The fields of a form, one parameter each, in the author's order. */
export function formParameters(context: BodyContext): JsonObject[] {
  const { conversion, body, chosen, place } = context;
  const from = child(chosen.from, 'schema');
  const flat = flatSchema(conversion, member(chosen.value, 'schema'), from);
  reportForm(context, flat);
  if (flat.required.size > 0 && member(body, 'required') !== true)
    conversion.lose(place.from, 'required', 'The form may be left out as a whole, which OpenAPI 2.0 cannot say');
  const fields = [...flat.properties].flatMap(([name, field]) => {
    const one = { name, field, required: flat.required.get(name), encoding: encodingOf(chosen, name) };
    return deepFields(conversion, one) ?? [one];
  });
  return fields.map((field, index) => formParameter(context, field, index));
}

interface Field {
  readonly name: string;
  readonly field: Sourced;
  /** The place that says so. */
  readonly required: Pointer | undefined;
  readonly encoding: Json | undefined;
}

function encodingOf({ value }: MediaType, name: string): Json | undefined {
  return member(member(value, 'encoding'), name);
}

/** The fields of an object whose style writes them one by one, as `filter[name]`. */
function deepFields(conversion: Conversion, { name, field, required, encoding }: Field): Field[] | undefined {
  if (stringMember(encoding, 'style') !== 'deepObject') return undefined;
  const flat = flatSchema(conversion, field.value, field.from);
  if (simpleTypeOf(flat) !== 'object' || flat.properties.size === 0) return undefined;
  const message = `The form field ${quoted(name)} is an object, so each of its fields is a field of the form`;
  conversion.lose(field.from, 'object parameter', message);
  return [...flat.properties].map(([inner, one]) => ({
    name: `${name}[${inner}]`,
    field: one,
    required: required === undefined ? undefined : flat.required.get(inner),
    encoding: undefined,
  }));
}

function formParameter(
  { conversion, chosen, place, first }: BodyContext,
  { name, field, required, encoding }: Field,
  index: number,
): JsonObject {
  const to = child(place.to, first + index);
  const at: Place = { from: field.from, to, depth: place.depth + 1 };
  conversion.trace(to, field.from);
  const schema = flatSchema(conversion, field.value, field.from);
  const description = flatText(schema, 'description');
  const title = flatText(schema, 'title');
  if (description !== undefined) conversion.trace(child(to, 'description'), description.from);
  if (title !== undefined) conversion.trace(child(to, 'x-ms-summary'), title.from);
  if (required !== undefined) conversion.trace(child(to, 'required'), required);
  return Object.fromEntries<Json>([
    ['name', name],
    ['in', 'formData'],
    ...(description === undefined ? [] : [['description', description.value] as Entry]),
    ...(title === undefined || schema.keys.has('x-ms-summary') ? [] : [['x-ms-summary', title.value] as Entry]),
    ...(required !== undefined ? [['required', true] as Entry] : []),
    ...fieldEntries(conversion, at, schema, { name, encoding, multipart: chosen.name.startsWith('multipart') }),
  ]);
}

interface FieldKind {
  readonly name: string;
  readonly encoding: Json | undefined;
  readonly multipart: boolean;
}

function fieldEntries(conversion: Conversion, place: Place, schema: FlatSchema, kind: FieldKind): readonly Entry[] {
  const subject = `form field ${quoted(kind.name)}`;
  if (!kind.multipart) return simpleEntries({ conversion, place, subject }, schema, formatOf(kind));
  const items = schema.keys.get('items');
  const several = items !== undefined && isFile(conversion, flatSchema(conversion, items.value, items.from), kind);
  if (several) conversion.lose(items.from, 'files', `The ${subject} holds several files, and OpenAPI 2.0 takes one`);
  if (!several && !isFile(conversion, schema, kind))
    return simpleEntries({ conversion, place, subject }, schema, formatOf(kind));
  loseMeaningless({ conversion, place, subject }, schema, several ? 'array' : 'string');
  const extensions = [...schema.keys].filter(([key]) => key.startsWith('x-'));
  for (const [key, { value, from }] of schema.keys)
    if (!SAID_BY_FILE.has(key) && !key.startsWith('x-') && value !== false)
      conversion.lose(from, key, `${quoted(key)} of the ${subject} means nothing of a file`);
  const carried = extensions.flatMap(([key, { value, from }]) =>
    verbatimEntry(conversion, key, value, { from, to: child(place.to, key), depth: place.depth }),
  );
  return [['type', 'file'], ...carried];
}

/** Since 3.1 a part of a form that has no type is bytes, unless its encoding says that it is a text. */
function isFile(conversion: Conversion, schema: FlatSchema, { encoding }: FieldKind): boolean {
  if (isBinary(schema)) return true;
  const untyped = conversion.siblingsCount && schema.keys.size === 0 && schema.properties.size === 0;
  return untyped && !/^text\/|json|xml/i.test(stringMember(encoding, 'contentType') ?? '');
}

const SAID_BY_FILE = new Set(['type', 'format', 'items', 'title', 'description', 'contentMediaType']);

/** In a form only "several times" and "with commas" can be told apart. */
function formatOf({ encoding }: FieldKind): string | undefined {
  return collectionFormatOf({ ...(isObject(encoding) ? encoding : {}), in: 'formData' });
}

const READ = new Set(['type', 'title', 'description']);

function reportForm({ conversion, body, chosen, place }: BodyContext, flat: FlatSchema): void {
  for (const [key, { from }] of flat.keys)
    if (!READ.has(key)) conversion.lose(from, key, `${quoted(key)} of a form has no counterpart in OpenAPI 2.0`);
  for (const [name, from] of flat.required)
    if (!flat.properties.has(name)) conversion.lose(from, 'required', `The form describes no field ${quoted(name)}`);
  if (flat.properties.size === 0)
    conversion.lose(chosen.from, 'form', 'The form names no field, so the operation takes none');
  for (const [holder, from] of [
    [body, place.from],
    [chosen.value, chosen.from],
  ] as const)
    for (const [key] of entriesOf(holder))
      if (key.startsWith('x-'))
        conversion.lose(child(from, key), key, `${quoted(key)} of a form has no counterpart in OpenAPI 2.0`);
  if (exampleOf(conversion, chosen) !== undefined)
    conversion.lose(chosen.from, 'example', 'An example of a form has no place in OpenAPI 2.0');
  for (const [name, encoding] of entriesOf(member(chosen.value, 'encoding')))
    for (const [key] of entriesOf(encoding))
      if (!['style', 'explode'].includes(key))
        conversion.lose(
          child(chosen.from, 'encoding', name, key),
          key,
          `The ${quoted(key)} of the form field ${quoted(name)} has no counterpart in OpenAPI 2.0`,
        );
}
