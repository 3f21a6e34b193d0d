import type { EffectiveSchema } from './effective-schema.ts';
import { isFilledIn } from './node-aspects.ts';

/** What a maker's flow lacks that was made before this parameter or field came. */
export function addedAspect(
  required: boolean,
  schema: EffectiveSchema,
): 'added-required' | 'added-with-default' | 'added-optional' {
  if (!required) return 'added-optional';
  return isFilledIn(schema) ? 'added-with-default' : 'added-required';
}
