import type { Json } from '../domain/json.ts';
import type { Scalar } from './edits/yaml-scalar.ts';

/**
 * A value in another type, when it says the same in both: `"true"` and `true`, `"5"` and `5`. Not `"05"`, `"5.0"` or `"1e3"`, which come
 * back as something else.
 */
export function inType(value: Json, type: string): Scalar | undefined {
  if (type === 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (type === 'boolean') return BOOLEANS.get(text.toLowerCase());
  if (type !== 'integer' && type !== 'number') return undefined;
  const number = Number(text);
  if (text === '' || String(number) !== text || !Number.isFinite(number)) return undefined;
  return type === 'integer' && !Number.isSafeInteger(number) ? undefined : number;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
