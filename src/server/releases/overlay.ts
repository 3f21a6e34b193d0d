import type { Commit, EntryChanges } from '../../adapters/store/release-store.ts';
import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Pin, ReleaseEntry, Source } from '../../domain/release.ts';
import { sortedOwners } from './release-form.ts';

/** What a scope serves, and what rollbacks rejected in it. */
export interface Live {
  readonly entries: ReadonlyMap<ConnectorId, ReleaseEntry>;
  readonly pins: readonly Pin[];
}

export interface Draft {
  readonly kind: 'changed';
  readonly changes: EntryChanges;
  readonly pins: Commit['pins'];
  readonly unpins: Commit['unpins'];
}

export type Overlay =
  | { readonly kind: 'unchanged' }
  /** Names that belong to other sources. */
  | { readonly kind: 'taken'; readonly names: readonly ConnectorId[] }
  /** Names whose new state a rollback rejected. */
  | { readonly kind: 'held'; readonly names: readonly ConnectorId[] }
  | Draft;

/**
 * Lays a source's entries over what a scope serves: `wanted` is the whole set of the source, so its entries that are missing in it are
 * retired, and entries of other sources stay whatever it says. `lifted`: names whose rejections no longer count.
 */
export function overlay(
  live: Live,
  source: Source,
  wanted: ReadonlyMap<ConnectorId, ReleaseEntry>,
  lifted: ReadonlySet<string> = new Set(),
): Overlay {
  const taken = takenBy(live, source, wanted);
  if (taken.length > 0) return { kind: 'taken', names: taken };
  const changes = changesTo(live, source, wanted);
  if (changes.size === 0) return { kind: 'unchanged' };
  const own = live.pins.filter((pin) => pin.source === source);
  const held = [...changes.keys()].filter((name) => !lifted.has(name) && isRejected(own, changes, name));
  if (held.length > 0) return { kind: 'held', names: held };
  // Something new clears what was rejected before. A retirement does not: the rejected digest could come back after it.
  const unpins = own.filter(({ connector }) => lifted.has(connector) || hasNewContent(live, changes, connector));
  return { kind: 'changed', changes, pins: [], unpins };
}

export function takenBy(
  { entries }: Live,
  source: Source,
  wanted: ReadonlyMap<ConnectorId, unknown>,
): readonly ConnectorId[] {
  return [...wanted.keys()].filter((name) => {
    const owner = entries.get(name)?.source;
    return owner !== undefined && owner !== source;
  });
}

/** What turns the source's live entries into the wanted ones. */
export function changesTo(
  { entries }: Live,
  source: Source,
  wanted: ReadonlyMap<ConnectorId, ReleaseEntry>,
): Map<ConnectorId, ReleaseEntry | null> {
  const changes = new Map<ConnectorId, ReleaseEntry | null>();
  for (const [name, entry] of wanted) if (!isSame(entries.get(name), entry)) changes.set(name, entry);
  for (const [name, entry] of entries) if (entry.source === source && !wanted.has(name)) changes.set(name, null);
  return changes;
}

export function applyChanges(
  entries: ReadonlyMap<ConnectorId, ReleaseEntry>,
  changes: EntryChanges,
): Map<ConnectorId, ReleaseEntry> {
  const next = new Map(entries);
  for (const [name, entry] of changes) {
    if (entry === null) next.delete(name);
    else next.set(name, entry);
  }
  return next;
}

function isRejected(pins: readonly Pin[], changes: EntryChanges, name: ConnectorId): boolean {
  const digest = changes.get(name)?.digest ?? null;
  return pins.some((pin) => pin.connector === name && pin.rejected === digest);
}

function hasNewContent({ entries }: Live, changes: EntryChanges, name: ConnectorId): boolean {
  const after = changes.get(name);
  return after !== undefined && after !== null && after.digest !== entries.get(name)?.digest;
}

// Where a revision was converted from is told along; it is no difference by itself.
function isSame(one: ReleaseEntry | undefined, two: ReleaseEntry): boolean {
  if (one === undefined || one.digest !== two.digest) return false;
  return JSON.stringify(sortedOwners(one.owners)) === JSON.stringify(sortedOwners(two.owners));
}
