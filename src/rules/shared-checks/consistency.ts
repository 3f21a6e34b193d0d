import { member, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { inOpenApi, keyInOpenApi, type Problem } from '../rule.ts';

/** Whether a schema has one of these keywords: most have none. */
export function hasAny(schema: JsonObject, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => Object.hasOwn(schema, keyword));
}

/** Findings when the lower bound of a pair is above the upper one. */
export function boundsInOrder(schema: JsonObject, pointer: Pointer, lower: string, upper: string): Problem[] {
  const least = member(schema, lower);
  const most = member(schema, upper);
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return [];
  return [
    {
      at: inOpenApi(child(pointer, lower)),
      message: `"${lower}" is ${least}, above "${upper}", which is ${most}: no value fits`,
      hint: 'Swap the two',
      related: [{ at: inOpenApi(child(pointer, upper)), message: 'The other bound' }],
    },
  ];
}

/** Findings when a length is below zero or not a whole number. */
export function lengthsAreCounts(schema: JsonObject, pointer: Pointer, keys: readonly string[]): Problem[] {
  return keys.flatMap((key) => {
    const value = member(schema, key);
    if (typeof value !== 'number' || (Number.isInteger(value) && value >= 0)) return [];
    const message = `"${key}" is ${value} instead of a whole number from 0 up`;
    return [{ at: inOpenApi(child(pointer, key)), message, hint: 'Write such a number, or remove it' }];
  });
}

/** Findings when a keyword only means something next to another that is not there. */
export function needs(schema: JsonObject, pointer: Pointer, key: string, other: string): Problem[] {
  if (member(schema, key) !== true || member(schema, other) !== undefined) return [];
  const message = `"${key}" says nothing without "${other}"`;
  return [{ at: keyInOpenApi(child(pointer, key)), message, hint: `Add "${other}", or remove "${key}"` }];
}
