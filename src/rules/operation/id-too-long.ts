import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

// The platform does not publish its limit; the longest id of a thousand real connectors has 77 characters.
const LONGEST = 80;

export const idTooLong: Rule = {
  code: 'operation/id-too-long',
  operation: ({ id, pointer }) => {
    if (id === undefined || id.length <= LONGEST) return undefined;
    const message = `Operation id ${quote(id)} has ${id.length} characters, and ${LONGEST} is the most that is accepted`;
    return [{ at: inOpenApi(child(pointer, 'operationId')), message, hint: 'Choose a shorter name' }];
  },
};
