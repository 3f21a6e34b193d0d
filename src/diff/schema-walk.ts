import type { AspectChange } from './aspects.ts';
import type { EffectiveSchema, Located, SchemaReader } from './effective-schema.ts';
import type { Identical } from './identical.ts';
import type { Spot } from './spot.ts';
import type { Work } from './work.ts';

/** One difference between two schemas, with the way to the field. */
export interface SchemaDifference extends AspectChange {
  /** Property names; `[]` for the entries of an array, `*` for any other property. Empty for the root. */
  readonly path: readonly string[];
  readonly spot: Spot;
  /** Whether `spot` is in the older document. */
  readonly removed: boolean;
}

export interface Readers {
  readonly before: SchemaReader;
  readonly after: SchemaReader;
  /** What need not be read. */
  readonly identical: Identical;
  readonly work: Work;
}

export interface Roots {
  readonly before: Located | undefined;
  readonly after: Located | undefined;
  /** Whether makers must fill the newer root. */
  readonly required: boolean;
}

/** The way to a pair, from its end: written out only when something is reported there. */
export interface Step {
  readonly parent: Step | undefined;
  readonly token: string;
}

export interface Pair {
  readonly before: Located | undefined;
  readonly after: Located | undefined;
  readonly step: Step | undefined;
  readonly required: boolean;
}

/** One pair of schemas that is being compared, what was found so far, and what is still to be compared. */
export interface Walk {
  readonly readers: Readers;
  readonly pair: Pair;
  readonly before: EffectiveSchema;
  readonly after: EffectiveSchema;
  readonly found: SchemaDifference[];
  readonly queue: Pair[];
}

export function pathOf(last: Step | undefined): string[] {
  const path: string[] = [];
  for (let step = last; step !== undefined; step = step.parent) path.push(step.token);
  return path.reverse();
}
