import type { Located } from './effective-schema.ts';
import { isFilledIn } from './node-aspects.ts';
import { probableRenames, type Nameable } from './probable-renames.ts';
import { nameableSchema } from './nameable-schema.ts';
import { addedAspect } from './added-aspect.ts';
import { isReordered } from './is-reordered.ts';
import { pathOf, type SchemaDifference, type Walk } from './schema-walk.ts';

/** The fields of a pair of schemas: which are gone, new, renamed, required or not, and in which order. Puts those of both in the queue. */
export function compareFields(walk: Walk): void {
  const { before, after, found } = walk;
  if (before.properties.size === 0 && after.properties.size === 0) return;
  const removed = [...before.properties].filter(([name]) => !after.properties.has(name));
  const added = [...after.properties].filter(([name]) => !before.properties.has(name));
  const renamed = renamesOf(walk, removed, added);
  const gone = new Set(renamed.map(({ from }) => from));
  const fresh = new Set(renamed.map(({ to }) => to));
  for (const [name, located] of removed)
    if (!gone.has(name)) found.push({ aspect: 'removed', path: at(walk, name), spot: located.spot, removed: true });
  for (const [name, one] of before.properties) {
    const two = after.properties.get(name);
    if (two !== undefined) compareField(walk, name, one, two);
  }
  for (const rename of renamed) renameField(walk, rename);
  for (const [name, located] of added) if (!fresh.has(name)) found.push(addedField(walk, name, located));
  compareOrder(walk);
}

type Field = readonly [name: string, located: Located];

interface Rename {
  readonly from: string;
  readonly to: string;
  readonly before: Located;
  readonly after: Located;
}

function renamesOf({ readers, before, after }: Walk, removed: readonly Field[], added: readonly Field[]): Rename[] {
  if (removed.length === 0 || added.length === 0) return [];
  const older = removed.map((field) => nameableField(field, before.required, readers.before));
  const newer = added.map((field) => nameableField(field, after.required, readers.after));
  return probableRenames(older, newer).map((pair) => ({
    from: pair.before.name,
    to: pair.after.name,
    before: pair.before.located,
    after: pair.after.located,
  }));
}

function nameableField(
  [name, located]: Field,
  required: ReadonlySet<string>,
  reader: Walk['readers']['before'],
): Nameable & { readonly located: Located } {
  return { ...nameableSchema(name, located, reader, [required.has(name)]), located };
}

function renameField(walk: Walk, { from, to, before, after }: Rename): void {
  const { found, queue, pair } = walk;
  const path = at(walk, to);
  found.push({ aspect: 'renamed', from, to, probable: true, path, spot: after.spot, removed: false });
  queue.push({ before, after, step: { parent: pair.step, token: to }, required: walk.after.required.has(to) });
}

function compareField(walk: Walk, name: string, one: Located, two: Located): void {
  const { pair, before, after, found, queue } = walk;
  const was = before.required.has(name);
  const required = after.required.has(name);
  if (was !== required) found.push(requiredDifference(walk, name, two));
  queue.push({ before: one, after: two, step: { parent: pair.step, token: name }, required });
}

function requiredDifference(walk: Walk, name: string, located: Located): SchemaDifference {
  const is = walk.after.required.has(name);
  const filled = is && isFilledIn(walk.readers.after.read(located));
  const aspect = !is ? 'made-optional' : filled ? 'made-required-with-default' : 'made-required';
  return { aspect, path: at(walk, name), spot: located.spot, removed: false };
}

function addedField(walk: Walk, name: string, located: Located): SchemaDifference {
  const aspect = addedAspect(walk.after.required.has(name), walk.readers.after.read(located));
  return { aspect, path: at(walk, name), spot: located.spot, removed: false };
}

/** Designers show fields as the author lists them. */
function compareOrder({ before, after, pair, found }: Walk): void {
  if (!isReordered(before.properties.keys(), after.properties.keys())) return;
  found.push({ aspect: 'reordered', keyword: 'properties', path: pathOf(pair.step), spot: after.spot, removed: false });
}

function at({ pair }: Walk, name: string): string[] {
  return pathOf({ parent: pair.step, token: name });
}
