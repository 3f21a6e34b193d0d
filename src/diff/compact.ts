import { hash } from 'node:crypto';
import type { Json } from '../domain/json.ts';
import { canonicalText } from './canonical-text.ts';

const LONGEST = 500;

const known = new WeakMap<object, Json>();

/** A value that tells what the given one tells to whoever compares, and is short: the value itself, or its sha256. */
export function compact(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return value.length <= LONGEST ? value : digestOf(value);
  if (typeof value !== 'object' || value === null) return value;
  const found = known.get(value) ?? shortened(value);
  known.set(value, found);
  return found;
}

function shortened(value: Json): Json {
  const text = canonicalText(value);
  return text.length <= LONGEST ? value : digestOf(text);
}

function digestOf(text: string): string {
  return `#${hash('sha256', text)}`;
}
