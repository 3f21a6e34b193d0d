import { isArray, isObject, member, type Json } from '../domain/json.ts';
import { verbatim } from './native-form.ts';

// What the JSON Schema of connector.yaml takes for a word. A value that does not fit goes into `extra`,
// so that what is made from a file of Microsoft's is valid under that schema.

const SECRET_NAME = /^[A-Z][A-Z0-9_]{0,127}$/;

export function isSecretRef(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 1 && isSecretName(member(value, 'secretRef'));
}

export const ANY = verbatim(() => true);
export const OBJECT = verbatim(isObject);
export const LIST = verbatim(isArray);
export const TEXT = verbatim(isText);
export const WHOLE_NUMBER = verbatim((value) => Number.isInteger(value));
export const TRUE_FALSE = verbatim((value) => typeof value === 'boolean');
export const TEXTS = verbatim((value) => isArray(value) && value.every(isText));
export const SCALARS = verbatim((value) => isObject(value) && Object.values(value).every(isScalar));
export const TEXT_OR_SECRET = verbatim((value) => isText(value) || value === null || isSecretRef(value));

/** Drop-down choices: `[{text, value}]` and nothing more. */
export const CHOICES = verbatim((value) => isArray(value) && value.every(isChoice));

/** `{ otherParameter: { values: [...] } }` and nothing more. */
export const DEPENDENCIES = verbatim((value) => isObject(value) && Object.values(value).every(isDependency));

function isChoice(value: Json): boolean {
  return isObject(value) && Object.entries(value).every(([key, inner]) => /^(text|value)$/.test(key) && isText(inner));
}

function isDependency(value: Json): boolean {
  return isObject(value) && Object.entries(value).every(([key, inner]) => key === 'values' && isArray(inner));
}

function isSecretName(value: Json | undefined): boolean {
  return typeof value === 'string' && SECRET_NAME.test(value);
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function isText(value: Json): boolean {
  return typeof value === 'string';
}
