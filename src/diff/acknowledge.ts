import type { Change } from '../domain/change.ts';
import type { Acknowledgement } from '../domain/connector.ts';

/**
 * What became of one entry. `counts`: it covers what it names. `inert`: it was given for another base, which has moved on.
 * `names-more`: it names a change that is not there, so nobody can have read exactly what it accepts.
 */
export interface JudgedAcknowledgement {
  readonly connector: string;
  readonly entry: Acknowledgement;
  readonly state: 'counts' | 'inert' | 'names-more';
  /** Fingerprints of the entry that no change has. */
  readonly unmatched: readonly string[];
}

export interface Acknowledged {
  readonly changes: readonly Change[];
  readonly entries: readonly JudgedAcknowledgement[];
}

/**
 * Marks the breaking changes of one connector that its entries acknowledge: exactly these fingerprints, against exactly this base digest
 * (undefined when there is no such version). A forbidden change is never acknowledged here: only a reviewer's override lifts it.
 */
export function acknowledge(
  connector: string,
  changes: readonly Change[],
  given: readonly Acknowledgement[],
  base: string | undefined,
): Acknowledged {
  // Whatever its class: a removal that was breaking when it was acknowledged may be none by now.
  const present = new Set(changes.map((change) => change.fingerprint));
  const entries = given.map((entry): JudgedAcknowledgement => {
    const unmatched = entry.fingerprints.filter((one) => !present.has(one));
    const state = entry.base === base ? (unmatched.length === 0 ? 'counts' : 'names-more') : 'inert';
    return { connector, entry, state, unmatched };
  });
  const counting = entries.filter(({ state }) => state === 'counts');
  const known = new Set(counting.flatMap(({ entry }) => entry.fingerprints));
  return {
    changes: changes.map((change) => (isCovered(change, known) ? { ...change, acknowledged: true } : change)),
    entries,
  };
}

function isCovered(change: Change, known: ReadonlySet<string>): boolean {
  return change.class === 'breaking' && known.has(change.fingerprint);
}
