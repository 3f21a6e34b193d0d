import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { saySame } from '../facts/texts.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const summaryEqualsDescription: Rule = {
  code: 'parameter/summary-equals-description',
  parameter: ({ value, name, pointer }) => {
    const summary = stringMember(value, 'x-ms-summary');
    if (summary === undefined || summary.trim() === '') return undefined;
    const description = stringMember(value, 'description');
    if (description === undefined || !saySame(summary, description)) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'description')),
        message: `The description of parameter ${quote(name)} repeats its summary`,
        hint: 'Say what the summary cannot: the form of the value, what happens without it, an example',
      },
    ];
  },
};
