import type { Connector } from '../domain/connector.ts';
import { operationsOf } from '../domain/operation.ts';

/** Of all operations of two connectors, those that both have: from here on one looks like the other. */
const ALIKE = 0.6;
/** Past so many pairs nobody renamed anything by hand. */
const MOST_PAIRS = 10_000;

/** Pairs of connectors that share most of their operations, the likeliest first, each in one pair. Those without operations are in none. */
export function matchByLikeness(
  before: readonly Connector[],
  after: readonly Connector[],
): (readonly [before: Connector, after: Connector])[] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const older = before.map((connector) => ({ connector, names: namesIn(connector) }));
  const newer = after.map((connector) => ({ connector, names: namesIn(connector) }));
  const pairs = older
    .flatMap((one) => newer.map((two) => ({ one, two, likeness: likenessOf(one.names, two.names) })))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((one, two) => two.likeness - one.likeness);
  const taken = new Set<Connector>();
  return pairs.flatMap(({ one, two }) => {
    if (taken.has(one.connector) || taken.has(two.connector)) return [];
    taken.add(one.connector).add(two.connector);
    return [[one.connector, two.connector] as const];
  });
}

function namesIn({ openapi }: Connector): ReadonlySet<string> {
  if (openapi === undefined) return new Set();
  return new Set(operationsOf(openapi.value).map(({ id, verb, path }) => `${id ?? ''} ${verb} ${path}`));
}

/** 0 to 1. */
function likenessOf(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let shared = 0;
  for (const name of one) if (two.has(name)) shared += 1;
  return shared === 0 ? 0 : shared / (one.size + two.size - shared);
}
