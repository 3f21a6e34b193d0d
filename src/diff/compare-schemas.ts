import { member } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import type { AspectChange } from './aspects.ts';
import type { EffectiveSchema, Located, SchemaReader } from './effective-schema.ts';
import type { Identical } from './identical.ts';
import { isFilledIn, nodeAspects } from './node-aspects.ts';
import { below, type Spot } from './spot.ts';

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
}

export interface Roots {
  readonly before: Located | undefined;
  readonly after: Located | undefined;
  /** Whether makers must fill the newer root. */
  readonly required: boolean;
}

interface Step {
  readonly parent: Step | undefined;
  readonly token: string;
}

interface Pair {
  readonly before: Located | undefined;
  readonly after: Located | undefined;
  readonly step: Step | undefined;
  readonly required: boolean;
}

/**
 * Walks two schemas in step, nearest fields first, and says where they differ. Recursive schemas end, and the time is linear in
 * the pairs of distinct schemas: a pair that is reached twice is reported where it is nearest.
 */
export function compareSchemas(readers: Readers, roots: Roots): SchemaDifference[] {
  if (readers.identical.same(roots.before?.value, roots.after?.value)) return [];
  const found: SchemaDifference[] = [];
  const seen = new SeenPairs();
  const queue: Pair[] = [{ ...roots, step: undefined }];
  for (let pair = queue[0], next = 1; pair !== undefined; pair = queue[next], next += 1) {
    if (readers.identical.sameReference(pair.before?.value, pair.after?.value)) continue;
    const before = readers.before.read(pair.before);
    const after = readers.after.read(pair.after);
    if (seen.add(before, after)) comparePair({ readers, pair, before, after, found, queue });
  }
  return found;
}

interface Walk {
  readonly readers: Readers;
  readonly pair: Pair;
  readonly before: EffectiveSchema;
  readonly after: EffectiveSchema;
  readonly found: SchemaDifference[];
  readonly queue: Pair[];
}

function comparePair(walk: Walk): void {
  const { pair, before, after, found } = walk;
  const aspects = nodeAspects(before, after, pair.required);
  for (const aspect of aspects) found.push(differenceAt(walk, aspect));
  // Fields of things of different types have nothing to do with each other.
  if (aspects.some(({ aspect }) => aspect === 'type-changed')) return;
  compareProperties(walk);
  if (before.items ?? after.items) push(walk, '[]', before.items, after.items);
  if (before.additional ?? after.additional) push(walk, '*', before.additional, after.additional);
}

function differenceAt({ pair, before, after }: Walk, aspect: AspectChange): SchemaDifference {
  const removed = pair.after === undefined;
  const { spot, identity } = removed ? before : after;
  // A keyword that is gone, or that came out of an `allOf`, has no place of its own here.
  const there = aspect.keyword !== undefined && member(identity, aspect.keyword) !== undefined;
  const place = there ? below(spot, pointerTo(aspect.keyword)) : spot;
  return { ...aspect, path: pathOf(pair.step), spot: place, removed };
}

function push(walk: Walk, token: string, before: Located | undefined, after: Located | undefined): void {
  walk.queue.push({ before, after, step: { parent: walk.pair.step, token }, required: false });
}

function compareProperties(walk: Walk): void {
  const { pair, before, after, found, queue } = walk;
  for (const [name, one] of before.properties) {
    const two = after.properties.get(name);
    const step = { parent: pair.step, token: name };
    if (two === undefined) found.push({ aspect: 'removed', path: pathOf(step), spot: one.spot, removed: true });
    else {
      compareRequired(walk, name, two);
      queue.push({ before: one, after: two, step, required: after.required.has(name) });
    }
  }
  for (const [name, two] of after.properties) if (!before.properties.has(name)) found.push(added(walk, name, two));
}

function added({ readers, pair, after }: Walk, name: string, located: Located): SchemaDifference {
  const path = pathOf({ parent: pair.step, token: name });
  const aspect = addedAspect(after.required.has(name), readers.after.read(located));
  return { aspect, path, spot: located.spot, removed: false };
}

/** What a maker's flow lacks that was made before this parameter or field came. */
export function addedAspect(
  required: boolean,
  schema: EffectiveSchema,
): 'added-required' | 'added-with-default' | 'added-optional' {
  if (!required) return 'added-optional';
  return isFilledIn(schema) ? 'added-with-default' : 'added-required';
}

function compareRequired({ readers, pair, before, after, found }: Walk, name: string, located: Located): void {
  const was = before.required.has(name);
  const is = after.required.has(name);
  if (was === is) return;
  const path = pathOf({ parent: pair.step, token: name });
  const filled = isFilledIn(readers.after.read(located));
  const aspect = was ? 'made-optional' : filled ? 'made-required-with-default' : 'made-required';
  found.push({ aspect, path, spot: located.spot, removed: false });
}

function pathOf(last: Step | undefined): string[] {
  const path: string[] = [];
  for (let step = last; step !== undefined; step = step.parent) path.push(step.token);
  return path.reverse();
}

class SeenPairs {
  readonly #pairs = new Map<object, Set<object>>();

  /** Whether this pair is new. */
  add(before: EffectiveSchema, after: EffectiveSchema): boolean {
    const partners = this.#pairs.get(before.identity) ?? new Set();
    if (partners.has(after.identity)) return false;
    this.#pairs.set(before.identity, partners.add(after.identity));
    return true;
  }
}
