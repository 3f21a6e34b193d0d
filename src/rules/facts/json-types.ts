import { isArray, isObject, type Json } from '../../domain/json.ts';

const CHECKS: Readonly<Record<string, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: isArray,
  object: isObject,
};

/** Whether `type` is one that says what a JSON value looks like; `file` is not. */
export function isTypeName(type: string): boolean {
  return Object.hasOwn(CHECKS, type);
}

/** Whether a value is of the type an OpenAPI document names. 1.0 is an integer, as in JSON Schema. */
export function isOfType(value: Json, type: string): boolean {
  return Object.hasOwn(CHECKS, type) && CHECKS[type]?.(value) === true;
}
