import type { Json, JsonObject } from '../domain/json.ts';
import { quoted } from './openapi-3-wording.ts';
import type { PostmanField } from './postman-model.ts';
import type { PostmanReport } from './postman-report.ts';
import { isSecretName } from './postman-secret-names.ts';
import { simpleTypeOf } from './postman-simple-type.ts';
import { asSentence, plainWords, shortened } from './postman-text.ts';
import type { SecretVault } from './postman-vault.ts';
import { labelOf } from './postman-words.ts';

/** One parameter as several requests use it. */
export interface Gathered {
  readonly name: string;
  readonly fields: readonly PostmanField[];
  /** Whether one request sends it more than once. */
  readonly isList: boolean;
}

/** What requests send under the same name, in the order in which names come up. Names of headers are the same in any case. */
export function gather(requests: readonly (readonly PostmanField[])[], anyCase = false): Gathered[] {
  const gathered = new Map<string, { name: string; fields: PostmanField[]; isList: boolean }>();
  for (const fields of requests) {
    const inRequest = new Set<string>();
    for (const field of fields) {
      const identity = anyCase ? field.key.toLowerCase() : field.key;
      const known = gathered.get(identity) ?? { name: field.key, fields: [], isList: false };
      gathered.set(identity, known);
      known.fields.push(field);
      if (inRequest.has(identity) && !field.disabled) known.isList = true;
      if (!field.disabled) inRequest.add(identity);
    }
  }
  return [...gathered.values()];
}

/** The platform puts the connection where a parameter has this name, so no parameter of the service can have it. */
export function isReserved({ key, pointer }: PostmanField, report: PostmanReport): boolean {
  if (key !== 'connectionId') return false;
  report.lose(pointer, 'parameter', 'The platform keeps the name "connectionId" for itself, so this is left out');
  return true;
}

export type Place = 'query' | 'header' | 'path' | 'formData';

const LONGEST = 500;

/** A parameter of OpenAPI 2.0 in a place other than the body. */
export function parameterOf({ name, fields, isList }: Gathered, place: Place, vault: SecretVault): JsonObject {
  const samples = fields.map(({ value }) => value);
  const isFile = place === 'formData' && fields.some((field) => field.isFile);
  const type = isFile ? { type: 'file' } : simpleTypeOf(name, samples);
  const list: JsonObject = { type: 'array', items: type, collectionFormat: place === 'header' ? 'csv' : 'multi' };
  const isOff = fields.every(({ disabled }) => disabled);
  return {
    name,
    in: place,
    required:
      place === 'path' || fields.some(({ description }) => /^\W{0,4}required\b|\(required\)/i.test(description)),
    'x-ms-summary': labelOf(place === 'header' ? name.replace(/^x-/i, '') : name),
    description: descriptionOf(name, fields, vault),
    ...(isList && !isFile && place !== 'path' ? list : type),
    ...(place === 'path' ? { 'x-ms-url-encoding': 'single' } : {}),
    ...(isOff && place === 'query' ? { 'x-ms-visibility': 'advanced' } : {}),
  };
}

/** What the collection says, else a sentence with a value that was seen. */
function descriptionOf(name: string, fields: readonly PostmanField[], vault: SecretVault): string {
  const written = fields.map(({ description }) => plainWords(description)).find((text) => /\p{L}/u.test(text));
  if (written !== undefined && !isSame(written, labelOf(name))) {
    return asSentence(shortened(written.replace(/^\(required\)[\s:.-]*/i, ''), LONGEST));
  }
  const sample = fields.map(({ value }) => value.trim()).find((value) => isShowable(name, value, vault));
  return sample === undefined
    ? `What to send as ${quoted(name)}.`
    : `What to send as ${quoted(name)}, such as ${quoted(sample)}.`;
}

function isSame(text: string, label: string): boolean {
  return text.toLowerCase().replace(/\.$/, '') === label.toLowerCase();
}

/** Short, public, and not about a person. */
export function isShowable(name: string, value: string, vault: SecretVault): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N} ,.:_/+-]{0,39}$/u.test(value) &&
    !isSecretName(name) &&
    !/mail|phone|user|name|address|birth|ssn|iban|card/i.test(name) &&
    !/[A-Za-z0-9]{20}|\d{7}|^[0-9a-f]{8}-[0-9a-f]{4}-|^(?:true|false)$/i.test(value) &&
    vault.clean(value) === value
  );
}

/** A header whose value says which version of the service is meant is no choice of a maker's. */
export function versionHeader(gathered: Gathered, vault: SecretVault): JsonObject | undefined {
  const [first, ...others] = gathered.fields.filter(({ disabled }) => !disabled).map(({ value }) => value.trim());
  if (first === undefined || !/version/i.test(gathered.name) || others.some((other) => other !== first))
    return undefined;
  if (!isShowable(gathered.name, first, vault)) return undefined;
  const fixed: Readonly<Record<string, Json>> = {
    required: true,
    type: 'string',
    default: first,
    'x-ms-visibility': 'internal',
  };
  const { format: _, ...parameter } = parameterOf(gathered, 'header', vault);
  return { ...parameter, ...fixed };
}
