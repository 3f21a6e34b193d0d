import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const PROTOCOLS = ['mcp-streamable-1.0', 'mcp-sse-1.0'];

export const agenticProtocol: Rule = {
  code: 'operation/agentic-protocol',
  operation: (operation) => {
    const protocol = member(operation.value, 'x-ms-agentic-protocol');
    if (protocol === undefined) return undefined;
    const at = inOpenApi(child(operation.pointer, 'x-ms-agentic-protocol'));
    if (typeof protocol !== 'string' || !PROTOCOLS.includes(protocol)) {
      return [{ at, message: `Agent protocol ${quote(protocol)} is not known`, hint: `Use ${quoteChoice(PROTOCOLS)}` }];
    }
    if (operation.verb === 'post') return undefined;
    const message = `${nameOf(operation)} speaks ${quote(protocol)} over ${operation.verb.toUpperCase()}`;
    return [{ at, message, hint: 'Move it to a POST: agents send their messages in its body' }];
  },
};
