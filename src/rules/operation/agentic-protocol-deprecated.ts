import { arrayMember, member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const KEY = 'x-ms-agentic-protocol';
const OLD_TAG = 'AgenticMcpSse';

export const agenticProtocolDeprecated: Rule = {
  code: 'operation/agentic-protocol-deprecated',
  operation: (operation) => {
    const { value, pointer } = operation;
    const tag = (arrayMember(value, 'tags') ?? []).indexOf(OLD_TAG);
    if (member(value, KEY) !== 'mcp-sse-1.0' && tag < 0) return undefined;
    const place = tag < 0 ? child(pointer, KEY) : child(pointer, 'tags', tag);
    return [
      {
        at: inOpenApi(place),
        message: `${nameOf(operation)} speaks to agents over server-sent events, which they no longer support`,
        hint: `Use "${KEY}": "mcp-streamable-1.0", and leave out the tag "${OLD_TAG}"`,
      },
    ];
  },
};
