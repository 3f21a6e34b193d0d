import { isArray, type Json } from '../domain/json.ts';

const LONGEST = 80;

/** A name or a plain value for a message: strings in quotes, cut after 80 characters, control characters written out. */
export function quoted(value: Json): string {
  if (typeof value === 'object' && value !== null) return isArray(value) ? 'a list' : 'an object';
  if (typeof value !== 'string') return String(value);
  const short = value.length > LONGEST ? `${value.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : value;
  return JSON.stringify(short);
}
