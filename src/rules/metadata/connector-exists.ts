import type { Connector } from '../../domain/connector.ts';
import { callsOf, serviceAddressOf } from '../facts/service-address.ts';
import { filePlaceOf } from '../file-places.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule, type TreeProblem } from '../rule.ts';

const HOST = inOpenApi('/host');

export const connectorExists: Rule = {
  code: 'metadata/connector-exists',
  tree: function* (connectors): Iterable<TreeProblem> {
    const byAddress = Map.groupBy(connectors, serviceAddressOf);
    for (const [address, group] of byAddress) {
      if (address !== undefined && group.length > 1) yield* duplicatesIn(address, group);
    }
  },
};

/** Two connectors may share a service; what they must not share is a call. */
function* duplicatesIn(address: string, connectors: readonly Connector[]): Iterable<TreeProblem> {
  const callers = new Map<string, Connector[]>();
  for (const connector of connectors) {
    for (const call of new Set(callsOf(connector))) {
      const known = callers.get(call);
      if (known === undefined) callers.set(call, [connector]);
      // Two are enough to tell each of them about another.
      else if (known.length < 2) known.push(connector);
    }
  }
  for (const connector of connectors) {
    const shared = callsOf(connector).flatMap((call) => {
      const other = callers.get(call)?.find((caller) => caller !== connector);
      return other === undefined ? [] : [{ call, other }];
    });
    const [first] = shared;
    if (first === undefined) continue;
    const count = shared.filter(({ other }) => other === first.other).length;
    yield { connector, problem: problemOf(address, first.call, first.other, count) };
  }
}

function problemOf(address: string, call: string, other: Connector, count: number): Problem {
  const more = count === 1 ? '' : `, and ${count - 1} more calls are the same`;
  return {
    at: HOST,
    message: `Connector ${quote(other.id)} calls ${quote(address)} too, with ${quote(call)}${more}`,
    hint: 'Add what is missing to the other connector, instead of a second one for the same service',
    related: [{ at: filePlaceOf(other, HOST), message: 'The same service' }],
  };
}
