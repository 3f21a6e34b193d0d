import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const KEY = 'x-ms-agentic-protocol';

export const agenticProtocolNotAlone: Rule = {
  code: 'operation/agentic-protocol-not-alone',
  document: (_, { operations }) => {
    const [first, ...others] = operations.filter(({ value }) => member(value, KEY) !== undefined);
    if (first === undefined) return undefined;
    return others.map((operation) => ({
      at: inOpenApi(child(operation.pointer, KEY)),
      message: `${nameOf(operation)} is another entry for agents`,
      hint: 'Keep one for each connector: an agent finds all tools behind it',
      related: [{ at: inOpenApi(child(first.pointer, KEY)), message: 'The first' }],
      identity: KEY,
    }));
  },
};
