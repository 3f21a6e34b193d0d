import { entriesOf, isArray, isObject, type Json } from '../domain/json.ts';

/**
 * The characters of all keys and texts of a value, those of what stands in several places at each of them: a template can name a long text
 * many times. For values that `shapeOf` found small enough to walk.
 */
export function textLength(value: Json): number {
  if (typeof value === 'string') return value.length;
  if (isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (!isObject(value)) return 0;
  return entriesOf(value).reduce((sum, [key, inner]) => sum + key.length + textLength(inner), 0);
}
