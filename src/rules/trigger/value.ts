import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const value: Rule = {
  code: 'trigger/value',
  operation: ({ value, pointer }) => {
    const trigger = member(value, 'x-ms-trigger');
    if (trigger === undefined || trigger === 'single' || trigger === 'batch') return undefined;
    const message = `Trigger ${quote(trigger)} is neither "single" nor "batch"`;
    const hint = 'Use "single" when each answer is one event, "batch" when it is a list of them';
    return [{ at: inOpenApi(child(pointer, 'x-ms-trigger')), message, hint }];
  },
};
