import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const idNotUnique: Rule = {
  code: 'operation/id-not-unique',
  operation: ({ id, pointer }, { operationsById }) => {
    const first = id === undefined ? undefined : operationsById.get(id);
    if (id === undefined || id.trim() === '' || first === undefined || first.pointer === pointer) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'operationId')),
        message: `Operation id ${quote(id)} is used twice`,
        hint: 'Give each operation a name of its own',
        related: [{ at: inOpenApi(child(first.pointer, 'operationId')), message: 'First used here' }],
        identity: id,
      },
    ];
  },
};
