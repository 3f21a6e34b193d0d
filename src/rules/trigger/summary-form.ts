import { stringMember } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const summaryForm: Rule = {
  code: 'trigger/summary-form',
  operation: ({ kind, value, pointer }) => {
    const summary = stringMember(value, 'summary');
    if (kind !== 'trigger' || summary === undefined || summary.trim() === '' || isInternal(value)) return undefined;
    if (/^\s*when\b/i.test(summary)) return undefined;
    const message = `Trigger summary ${quote(summary)} does not begin with "When"`;
    const hint = 'Say what happens, for example "When a pet is added"';
    return [{ at: inOpenApi(child(pointer, 'summary')), message, hint }];
  },
};
