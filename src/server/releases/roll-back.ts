import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Pin, ReleaseEntry, Source } from '../../domain/release.ts';
import { changesTo, takenBy, type Draft, type Live } from './overlay.ts';

export type RollBack =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'taken'; readonly names: readonly ConnectorId[] }
  | (Draft & { readonly held: readonly ConnectorId[] });

/**
 * Brings back a source's entries of an earlier release. What is live and goes away is pinned as rejected, an absence too; what comes back is
 * no longer rejected.
 */
export function rollBack(
  live: Live,
  source: Source,
  earlier: ReadonlyMap<ConnectorId, ReleaseEntry>,
  reason: string,
): RollBack {
  const wanted = new Map([...earlier].filter(([, entry]) => entry.source === source));
  const taken = takenBy(live, source, wanted);
  if (taken.length > 0) return { kind: 'taken', names: taken };
  const changes = changesTo(live, source, wanted);
  if (changes.size === 0) return { kind: 'unchanged' };
  const pins = [...changes].flatMap(([connector, entry]): Pin[] => {
    const rejected = live.entries.get(connector)?.digest ?? null;
    // Only the owners change: there is no content to reject.
    return rejected === (entry?.digest ?? null) ? [] : [{ connector, source, rejected, reason }];
  });
  const unpins = live.pins.filter(
    (pin) =>
      pin.source === source &&
      changes.has(pin.connector) &&
      pin.rejected === (changes.get(pin.connector)?.digest ?? null),
  );
  return { kind: 'changed', changes, pins, unpins, held: pins.map((pin) => pin.connector).sort() };
}
