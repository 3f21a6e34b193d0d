import { child } from '../../domain/pointer.ts';
import { guessed } from '../did-you-mean.ts';
import { policyKeysOf } from '../facts/policies.ts';
import { POLICY_TEMPLATES } from '../facts/policy-templates.ts';
import { quote } from '../quote.ts';
import { keyInProperties, type Problem, type Rule } from '../rule.ts';

const OTHERWISE = 'Remove it: nothing reads it';

export const parameterUnknown: Rule = {
  code: 'policy/parameter-unknown',
  policy: (policy) => {
    const template = POLICY_TEMPLATES.get(policy.template);
    // What an unknown template takes cannot be told.
    if (template === undefined) return undefined;
    const known = [...template.required, ...template.optional];
    const { own, common, strange } = policyKeysOf(policy);
    const problem = (key: string, name: string, names: readonly string[]): Problem => ({
      at: keyInProperties(child(policy.pointer, 'parameters', key)),
      message: `A ${quote(policy.template)} policy has no parameter ${quote(name)}`,
      hint: guessed(name, names, (near) => `Did you mean ${quote(near)}?`, OTHERWISE),
    });
    return [
      ...own.filter(({ name }) => !known.includes(name)).map(({ key, name }) => problem(key, name, known)),
      ...strange.map((key) => problem(key, key, [...common, ...known])),
    ];
  },
};
