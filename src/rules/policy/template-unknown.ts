import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { POLICY_TEMPLATES } from '../facts/policy-templates.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const templateUnknown: Rule = {
  code: 'policy/template-unknown',
  policy: ({ template, pointer }) => {
    if (POLICY_TEMPLATES.has(template)) return undefined;
    if (template === '') {
      const message = 'The policy names no template';
      return [{ at: inProperties(pointer), message, hint: 'Say which it is, for example "setheader"' }];
    }
    return [
      {
        at: inProperties(child(pointer, 'templateId')),
        message: `The policy template ${quote(template)} is not known`,
        hint: didYouMean(template, POLICY_TEMPLATES.keys(), 'Use a template that the wizard offers'),
      },
    ];
  },
};
