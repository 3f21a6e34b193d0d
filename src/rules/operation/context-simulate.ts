import { objectMember, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const contextSimulate: Rule = {
  code: 'operation/context-simulate',
  operation: ({ value, pointer }, { operationsById }) => {
    const id = stringMember(objectMember(objectMember(value, 'x-ms-operation-context'), 'simulate'), 'operationId');
    if (id === undefined || operationsById.has(id)) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'x-ms-operation-context', 'simulate', 'operationId')),
        message: `The operation to simulate with, ${quote(id)}, does not exist`,
        hint: didYouMean(id, operationsById.keys(), 'Name an operation of this connector'),
      },
    ];
  },
};
