import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

// A later version of an operation ends with "_V2", by the platform's own convention (version/operation-id-revision-suffix).
const ACCEPTED = /^[A-Za-z0-9]+(?:_[Vv]\d+)?$/;

export const idSanitized: Rule = {
  code: 'operation/id-sanitized',
  operation: ({ id, pointer }) => {
    if (id === undefined || id.trim() === '' || ACCEPTED.test(id)) return undefined;
    const sanitized = id.replace(/[^A-Za-z0-9]/g, '');
    return [
      {
        at: inOpenApi(child(pointer, 'operationId')),
        message: `Power Apps calls operation ${quote(id)} ${quote(sanitized)}: it leaves out all but letters and digits`,
        hint: 'Use letters and digits only, in a new connector; in a published one the id has to stay',
      },
    ];
  },
};
