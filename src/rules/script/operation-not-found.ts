import { arrayMember } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const operationNotFound: Rule = {
  code: 'script/operation-not-found',
  properties: (properties, { operationsById, document }) => {
    if (document === undefined) return undefined;
    return (arrayMember(properties, 'scriptOperations') ?? []).flatMap((id, index) => {
      if (typeof id !== 'string' || operationsById.has(id)) return [];
      return [
        {
          at: inProperties(pointerTo('scriptOperations', index)),
          message: `Custom code is asked for the operation ${quote(id)}, which does not exist`,
          hint: didYouMean(id, operationsById.keys(), 'Remove the name, or spell it as the operation does'),
        },
      ];
    });
  },
};
