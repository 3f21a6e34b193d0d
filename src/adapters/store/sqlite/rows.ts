import { Failure } from '../../../domain/failure.ts';
import { isArray, isObject, stringMember, type Json, type JsonObject } from '../../../domain/json.ts';
import type { Row } from './connection.ts';

// Columns are read through these, so that a database that somebody edited by hand ends in a clear message, not in a strange answer.

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : damaged(column);
}

export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : damaged(column);
}

export function optionalInteger(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column);
}

export function blob(row: Row, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : damaged(column);
}

/** A column that must pass a `parse*` constructor: `parsed(parseDigest, row, 'digest')`. */
export function parsed<T>(parse: (text: string) => T | undefined, row: Row, column: string): T {
  return parse(text(row, column)) ?? damaged(column);
}

export function optionalParsed<T>(parse: (text: string) => T | undefined, row: Row, column: string): T | undefined {
  return row[column] === null ? undefined : parsed(parse, row, column);
}

/** One of a closed set of words. */
export function word<const T extends string>(words: readonly T[], row: Row, column: string): T {
  const value = text(row, column);
  return words.find((one) => one === value) ?? damaged(column);
}

export function jsonObject(row: Row, column: string): JsonObject {
  const value = json(row, column);
  return isObject(value) ? value : damaged(column);
}

export function jsonArray(row: Row, column: string): readonly Json[] {
  const value = json(row, column);
  return isArray(value) ? value : damaged(column);
}

export function strings(value: unknown, column: string): readonly string[] {
  if (!isArray(value) || !value.every((one) => typeof one === 'string')) return damaged(column);
  return value;
}

/** A string inside a JSON column. */
export function stringIn(value: unknown, key: string, column: string): string {
  return stringMember(value, key) ?? damaged(column);
}

export function damaged(column: string): never {
  throw new Failure('unavailable', `The registry's database has a value in column "${column}" that it never wrote`, {
    hint: 'Restore the data folder from a backup',
  });
}

function json(row: Row, column: string): Json {
  try {
    return JSON.parse(text(row, column)) as Json;
  } catch {
    return damaged(column);
  }
}
