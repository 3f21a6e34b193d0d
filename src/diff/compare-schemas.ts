import { member } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import type { AspectChange } from './aspects.ts';
import { compareFields } from './compare-fields.ts';
import type { EffectiveSchema, Located } from './effective-schema.ts';
import { nodeAspects } from './node-aspects.ts';
import { pathOf, type Pair, type Readers, type Roots, type SchemaDifference, type Walk } from './schema-walk.ts';
import { below } from './spot.ts';

/**
 * Walks two schemas in step, nearest fields first, and says where they differ. Recursive schemas end, and the time is linear in
 * the pairs of distinct schemas: a pair that is reached twice is reported where it is nearest.
 */
export function compareSchemas(readers: Readers, roots: Roots): readonly SchemaDifference[] {
  if (readers.identical.same(roots.before?.value, roots.after?.value)) return [];
  return readers.work.walkOf(roots, () => walk(readers, roots));
}

function walk(readers: Readers, roots: Roots): SchemaDifference[] {
  const found: SchemaDifference[] = [];
  const seen = new SeenPairs();
  const queue: Pair[] = [{ ...roots, step: undefined }];
  for (let pair = queue[0], next = 1; pair !== undefined && !readers.work.isOver; pair = queue[next], next += 1) {
    readers.work.countPair();
    if (readers.identical.sameReference(pair.before?.value, pair.after?.value)) continue;
    const before = readers.before.read(pair.before);
    const after = readers.after.read(pair.after);
    if (seen.add(before, after)) comparePair({ readers, pair, before, after, found, queue });
  }
  return found;
}

function comparePair(walk: Walk): void {
  const { readers, pair, before, after, found } = walk;
  const aspects = nodeAspects(readers.work, before, after, pair.required);
  for (const aspect of aspects) found.push(differenceAt(walk, aspect));
  // Fields of things of different types have nothing to do with each other.
  if (aspects.some(({ aspect }) => aspect === 'type-changed')) return;
  compareFields(walk);
  if (before.items ?? after.items) push(walk, '[]', before.items, after.items);
  if (before.others === 'some' && after.others === 'some') push(walk, '*', before.additional, after.additional);
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
