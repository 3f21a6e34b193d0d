import { stringMember } from '../domain/json.ts';
import type { AspectChange } from './aspects.ts';
import type { EffectiveSchema } from './effective-schema.ts';
import type { Roots, SchemaDifference } from './schema-walk.ts';

/** Far beyond every connector there is; a document made to take for ever ends here. */
const MOST_PAIRS = 300_000;
const MOST_DIFFERENCES = 150_000;

type Aspects = readonly AspectChange[];

/** What is remembered while the schemas of two documents are compared, and how much of it may be done. */
export class Work {
  readonly #aspects = new WeakMap<EffectiveSchema, WeakMap<EffectiveSchema, Map<boolean, Aspects>>>();
  readonly #walks = new Map<string, readonly SchemaDifference[]>();
  #pairs = 0;
  #differences = 0;

  /** Whether so much was done that the rest is left: then nobody knows what else differs. */
  get isOver(): boolean {
    return this.#pairs > MOST_PAIRS || this.#differences > MOST_DIFFERENCES;
  }

  countPair(): void {
    this.#pairs += 1;
  }

  /** What two definitions differ in, which may have been found for another operation already. */
  walkOf(roots: Roots, walk: () => readonly SchemaDifference[]): readonly SchemaDifference[] {
    if (this.isOver) return [];
    const key = keyOf(roots);
    const found = (key === undefined ? undefined : this.#walks.get(key)) ?? walk();
    if (key !== undefined) this.#walks.set(key, found);
    this.#differences += found.length;
    return found;
  }

  /** In what a pair of schemas differs, worked out once. */
  aspectsOf(before: EffectiveSchema, after: EffectiveSchema, required: boolean, compute: () => Aspects): Aspects {
    const partners = this.#aspects.get(before) ?? new WeakMap<EffectiveSchema, Map<boolean, Aspects>>();
    this.#aspects.set(before, partners);
    const known = partners.get(after) ?? new Map<boolean, Aspects>();
    partners.set(after, known);
    const found = known.get(required) ?? compute();
    known.set(required, found);
    return found;
  }
}

/** Only what stands behind a reference has the same places whoever asks. */
function keyOf({ before, after, required }: Roots): string | undefined {
  const one = stringMember(before?.value, '$ref');
  const two = stringMember(after?.value, '$ref');
  return one === undefined || two === undefined ? undefined : `${required} ${one.length} ${one} ${two}`;
}
