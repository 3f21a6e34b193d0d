export interface Match<T> {
  readonly before: T;
  readonly after: T;
}

export interface Matches<T> {
  readonly matched: readonly Match<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs what has the same key under the first function that finds a partner, in order. Each is paired once. */
export function matchBy<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((one: T) => string | undefined)[],
): Matches<T> {
  const inStep = pairsInStep(before, after, keys);
  if (inStep !== undefined) return { matched: inStep, removed: [], added: [] };
  const partners = new Map<T, T>();
  const taken = new Set<T>();
  for (const keyOf of keys) {
    if (taken.size === before.length || taken.size === after.length) break;
    const free = Map.groupBy(
      after.filter((one) => !taken.has(one)),
      keyOf,
    );
    for (const one of before) {
      const key = partners.has(one) ? undefined : keyOf(one);
      const partner = key === undefined ? undefined : free.get(key)?.shift();
      if (partner === undefined) continue;
      partners.set(one, partner);
      taken.add(partner);
    }
  }
  return {
    matched: [...partners].map(([one, partner]) => ({ before: one, after: partner })),
    removed: before.filter((one) => !partners.has(one)),
    added: after.filter((one) => !taken.has(one)),
  };
}

/** Where each has the key of its counterpart, as nearly always: the pairs that would be found, in the order in which they would be. */
function pairsInStep<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((one: T) => string | undefined)[],
): Match<T>[] | undefined {
  if (before.length !== after.length) return undefined;
  const rounds = keys.map((): Match<T>[] => []);
  for (const [index, one] of before.entries()) {
    const two = after[index];
    const round = two === undefined ? -1 : roundOf(one, two, keys);
    if (two === undefined || round < 0) return undefined;
    rounds[round]?.push({ before: one, after: two });
  }
  return rounds.flat();
}

/** The first function that gives a key, and the same one; -1 where they differ. */
function roundOf<T>(one: T, two: T, keys: readonly ((one: T) => string | undefined)[]): number {
  for (const [round, keyOf] of keys.entries()) {
    const key = keyOf(one);
    if (key !== keyOf(two)) return -1;
    if (key !== undefined) return round;
  }
  return -1;
}

/** Pairs what has the same key, where the key has exactly one bearer on each side. */
export function onlyPairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string | undefined,
): Match<T>[] {
  if (before.length === 0 || after.length === 0) return [];
  const newer = Map.groupBy(after, keyOf);
  return [...Map.groupBy(before, keyOf)].flatMap(([key, [one, another]]) => {
    const [two, more] = (key === undefined ? undefined : newer.get(key)) ?? [];
    const alone = another === undefined && more === undefined;
    return alone && one !== undefined && two !== undefined ? [{ before: one, after: two }] : [];
  });
}
