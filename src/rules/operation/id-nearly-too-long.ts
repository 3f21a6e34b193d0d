import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const LONG = 70;
// Beyond this it is refused: operation/id-too-long.
const LONGEST = 80;

export const idNearlyTooLong: Rule = {
  code: 'operation/id-nearly-too-long',
  operation: ({ id, pointer }) => {
    if (id === undefined || id.length <= LONG || id.length > LONGEST) return undefined;
    const message = `Operation id ${quote(id)} has ${id.length} characters, close to the ${LONGEST} that are accepted`;
    return [
      { at: inOpenApi(child(pointer, 'operationId')), message, hint: 'Choose a shorter name while nobody uses it' },
    ];
  },
};
