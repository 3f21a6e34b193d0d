import type { Json } from '../domain/json.ts';

/** Whether a keyword that limits values lets through fewer of them now, more, or others. */
export type ConstraintAspect = 'constraint-tightened' | 'constraint-loosened' | 'constraint-changed';

/** -1 where a greater number limits more (`minimum`), 1 where it limits less (`maximum`). */
const BOUNDS: ReadonlyMap<string, 1 | -1> = new Map([
  ['maximum', 1],
  ['maxLength', 1],
  ['maxItems', 1],
  ['maxProperties', 1],
  ['minimum', -1],
  ['minLength', -1],
  ['minItems', -1],
  ['minProperties', -1],
]);

/** What these say when they are true limits. */
const FLAGS: ReadonlySet<string> = new Set(['exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems']);

const OTHERS: ReadonlySet<string> = new Set(['multipleOf', 'pattern', 'allowEmptyValue']);

export function isConstraint(keyword: string): boolean {
  return BOUNDS.has(keyword) || FLAGS.has(keyword) || OTHERS.has(keyword);
}

/** The direction of a difference in one of these keywords; the two values differ in meaning. */
export function constraintAspect(keyword: string, from: Json | undefined, to: Json | undefined): ConstraintAspect {
  if (FLAGS.has(keyword)) return tightened(to === true);
  if (keyword === 'allowEmptyValue') return tightened(to !== true);
  if (from === undefined || to === undefined) return tightened(from === undefined);
  if (typeof from !== 'number' || typeof to !== 'number') return 'constraint-changed';
  if (keyword === 'multipleOf') return multipleAspect(from, to);
  return tightened((to - from) * (BOUNDS.get(keyword) ?? 1) < 0);
}

function tightened(is: boolean): ConstraintAspect {
  return is ? 'constraint-tightened' : 'constraint-loosened';
}

/** Every multiple of 6 is one of 3; of 4 and 6 each has multiples that the other has not. */
function multipleAspect(from: number, to: number): ConstraintAspect {
  if (Number.isInteger(to / from)) return 'constraint-tightened';
  return Number.isInteger(from / to) ? 'constraint-loosened' : 'constraint-changed';
}
