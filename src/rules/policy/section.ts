import { policySectionOf } from '../facts/policies.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const SECTIONS = ['Request', 'Response'];

export const section: Rule = {
  code: 'policy/section',
  policy: (policy) => {
    const found = policySectionOf(policy);
    const allowed = policy.template === 'setheader' ? [...SECTIONS, 'Failure'] : SECTIONS;
    if (found === undefined || (typeof found.value === 'string' && allowed.includes(found.value))) return undefined;
    const message = `A ${quote(policy.template)} policy cannot run in the section ${quote(found.value)}`;
    return [{ at: inProperties(found.pointer), message, hint: `Use ${quoteChoice(allowed)}` }];
  },
};
