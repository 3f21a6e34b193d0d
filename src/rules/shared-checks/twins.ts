import type { Connector } from '../../domain/connector.ts';
import type { Problem, TreeProblem } from '../rule.ts';

/** More other connectors are not named with a finding. */
const MOST_NAMED = 5;

/** A finding on each connector that has a key in common with others; `problemOf` gets those others, the first few of them. */
export function* twins(
  connectors: readonly Connector[],
  keyOf: (connector: Connector) => string | undefined,
  problemOf: (connector: Connector, others: readonly Connector[]) => Problem,
): Iterable<TreeProblem> {
  const groups = Map.groupBy(connectors, keyOf);
  for (const connector of connectors) {
    const key = keyOf(connector);
    const group = key === undefined ? [] : (groups.get(key) ?? []);
    if (group.length < 2) continue;
    const others = group.slice(0, MOST_NAMED + 1).filter((other) => other !== connector);
    yield { connector, problem: problemOf(connector, others.slice(0, MOST_NAMED)) };
  }
}
