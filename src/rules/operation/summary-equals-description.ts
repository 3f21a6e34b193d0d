import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameInside } from '../facts/operation-name.ts';
import { saySame } from '../facts/texts.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const summaryEqualsDescription: Rule = {
  code: 'operation/summary-equals-description',
  operation: (operation) => {
    const summary = stringMember(operation.value, 'summary');
    const description = stringMember(operation.value, 'description');
    if (summary === undefined || description === undefined || !saySame(summary, description)) return undefined;
    if (summary.trim() === '') return undefined;
    return [
      {
        at: inOpenApi(child(operation.pointer, 'description')),
        message: `The description of ${nameInside(operation)} repeats its summary`,
        hint: 'Say what the summary cannot: what comes back, what changes, what it needs',
      },
    ];
  },
};
