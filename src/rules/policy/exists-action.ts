import { policyValuesOf } from '../facts/policies.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const ACTIONS = ['override', 'skip', 'append'];

export const existsAction: Rule = {
  code: 'policy/exists-action',
  policy: (policy) =>
    policyValuesOf(policy).flatMap(({ name, value, pointer }) => {
      if (name !== 'existsAction' || (typeof value === 'string' && ACTIONS.includes(value))) return [];
      const message = `${quote(value)} is not something to do when the value exists already`;
      return [{ at: inProperties(pointer), message, hint: `Use ${quoteChoice(ACTIONS)}` }];
    }),
};
