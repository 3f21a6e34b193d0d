import { isArray, member, type Json } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import {
  keep,
  keepCount,
  keepFlag,
  keepNumber,
  keepText,
  misfit,
  put,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';

/** What becomes of `nullable`, in whatever carries it. */
const nullable: KeyRule = (conversion, context) =>
  context.value === true ? put(conversion, context, 'x-nullable', true) : [];

/** `const` is a list of one value. */
const constant: KeyRule = (conversion, { key, value, holder, place }) => {
  if (member(holder, 'enum') !== undefined) return [];
  conversion.trace(child(place.to, 'enum'), child(place.from, key));
  return [['enum', [value]]];
};

const enumeration: KeyRule = (conversion, context) => {
  if (!isArray(context.value) || context.value.length === 0) return misfit(conversion, context, 'a list with values');
  const scalars = context.value.every((value) => typeof value !== 'object' || value === null);
  return put(conversion, context, 'enum', scalars ? [...new Set(context.value)] : context.value);
};

/** Since 3.1 an exclusive limit is a number of its own; in 2.0 it is a flag beside the inclusive one. The stricter of two wins. */
function exclusive(limit: 'minimum' | 'maximum'): KeyRule {
  return (conversion, context) => {
    const { value, holder } = context;
    if (typeof value === 'boolean') return keep(conversion, context);
    if (typeof value !== 'number') return misfit(conversion, context, 'a number, true or false');
    if (!isStricter(limit, value, member(holder, limit))) return [];
    return [...put(conversion, context, limit, value), ...put(conversion, context, context.key, true)];
  };
}

function inclusive(limit: 'minimum' | 'maximum', flag: string): KeyRule {
  return (conversion, context) => {
    const other = member(context.holder, flag);
    const replaced = typeof other === 'number' && isStricter(limit, other, context.value);
    return replaced ? [] : keepNumber(conversion, context);
  };
}

function isStricter(limit: 'minimum' | 'maximum', exclusiveLimit: number, inclusiveLimit: Json | undefined): boolean {
  if (typeof inclusiveLimit !== 'number') return true;
  return limit === 'minimum' ? exclusiveLimit >= inclusiveLimit : exclusiveLimit <= inclusiveLimit;
}

/** Limits and lists of values that schemas, parameters and headers share. */
export const VALUE_RULES: KeyRules = new Map<string, KeyRule>([
  ['format', keepText],
  ['default', keep],
  ['multipleOf', keepNumber],
  ['maximum', inclusive('maximum', 'exclusiveMaximum')],
  ['exclusiveMaximum', exclusive('maximum')],
  ['minimum', inclusive('minimum', 'exclusiveMinimum')],
  ['exclusiveMinimum', exclusive('minimum')],
  ['maxLength', keepCount],
  ['minLength', keepCount],
  ['pattern', keepText],
  ['maxItems', keepCount],
  ['minItems', keepCount],
  ['uniqueItems', keepFlag],
  ['enum', enumeration],
  ['const', constant],
  ['nullable', nullable],
]);
