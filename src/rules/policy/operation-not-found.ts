import { didYouMean } from '../did-you-mean.ts';
import { policyOperationsOf } from '../facts/policies.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const operationNotFound: Rule = {
  code: 'policy/operation-not-found',
  policy: (policy, { operationsById, document }) => {
    if (document === undefined) return undefined;
    return policyOperationsOf(policy).flatMap(({ value, pointer }) => {
      if (typeof value !== 'string' || operationsById.has(value)) return [];
      return [
        {
          at: inProperties(pointer),
          message: `The policy applies to the operation ${quote(value)}, which does not exist`,
          hint: didYouMean(value, operationsById.keys(), 'Remove the name, or the policy if nothing is left'),
        },
      ];
    });
  },
};
