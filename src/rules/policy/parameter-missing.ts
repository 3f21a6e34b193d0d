import { child } from '../../domain/pointer.ts';
import { policyValuesOf } from '../facts/policies.ts';
import { POLICY_TEMPLATES } from '../facts/policy-templates.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const parameterMissing: Rule = {
  code: 'policy/parameter-missing',
  policy: (policy) => {
    const given = new Set(policyValuesOf(policy).map(({ name }) => name));
    const absent = (POLICY_TEMPLATES.get(policy.template)?.required ?? []).filter((name) => !given.has(name));
    if (absent.length === 0) return undefined;
    return [
      {
        at: inProperties(child(policy.pointer, 'parameters')),
        message: `A ${quote(policy.template)} policy needs ${quoteChoice(absent, 'and')}`,
        hint: 'Add what is missing to its parameters',
      },
    ];
  },
};
