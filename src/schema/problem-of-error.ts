import { isArray, type Json } from '../domain/json.ts';
import { child, parentOf, valueAt, type Pointer } from '../domain/pointer.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';
import type { SchemaProblem } from './schema-problem.ts';
import type { AjvError } from './validators.js';

/** Characters of a value that a problem quotes. */
const MOST_QUOTED = 80;
/** Characters in which a secret is looked for before. */
const MOST_SEARCHED = 5000;

/** An error of ajv in our terms; undefined for one that only wraps others (`if`, `propertyNames`). */
export function problemOfError(error: AjvError, document: Json): SchemaProblem | undefined {
  const { instancePath: pointer, keyword, params, propertyName } = error;
  const at =
    propertyName === undefined
      ? placeOf(pointer, document)
      : { pointer: child(pointer, propertyName), key: true as const };
  const value = propertyName ?? valueAt(document, pointer);
  switch (keyword) {
    case 'type':
      return { ...at, keyword, expected: [params['type']].flat().map(String), actual: typeName(value) };
    case 'required':
      return { ...at, keyword, property: String(params['missingProperty']) };
    case 'additionalProperties':
      return unknownKey(error);
    case 'enum':
      return { ...at, keyword, expected: [params['allowedValues']].flat().map(valueText), actual: quoted(value) };
    case 'const':
      return { ...at, keyword: 'enum', expected: [valueText(params['allowedValue'])], actual: quoted(value) };
    case 'pattern':
      return {
        ...at,
        keyword,
        expected: String(params['expected']).replace(/^Expected /, ''),
        // What stands where the name of a secret belongs may be the secret.
        ...(pointer.endsWith('/secretRef') ? {} : { actual: quoted(value) }),
      };
    case 'minimum':
    case 'maximum':
    case 'minItems':
      return { ...at, keyword, expected: String(params['limit']), actual: quoted(value) };
    default:
      return undefined;
  }
}

function placeOf(pointer: Pointer, document: Json): Pick<SchemaProblem, 'pointer' | 'index'> {
  if (!/\/\d+$/.test(pointer) || !isArray(valueAt(document, parentOf(pointer)))) return { pointer };
  return { pointer, index: Number(pointer.slice(parentOf(pointer).length + 1)) };
}

function unknownKey({ instancePath, params }: AjvError): SchemaProblem {
  const key = String(params['additionalProperty']);
  const known = String(params['known']).split('\n').filter(Boolean);
  const pointer = child(instancePath, key);
  return { pointer, keyword: 'additionalProperties', key: true, expected: known, actual: quoted(key) };
}

/** Strings as they are: for the closed sets of a schema. */
function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// A value of a wrong shape can be a large object: only its start is written, and objects and arrays never.
function quoted(value: Json | undefined): string {
  if (typeof value === 'object' && value !== null) return isArray(value) ? '[...]' : '{...}';
  if (typeof value !== 'string') return JSON.stringify(value) ?? '';
  const shown = maskSecrets(value.slice(0, MOST_SEARCHED));
  const text = JSON.stringify(shown.slice(0, MOST_QUOTED));
  return shown.length > MOST_QUOTED ? `${text.slice(0, -1)}..."` : text;
}

function typeName(value: Json | undefined): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return isArray(value) ? 'array' : typeof value;
}
