import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const LONGEST = 80;

export const summaryTooLong: Rule = {
  code: 'parameter/summary-too-long',
  parameter: ({ value, name, pointer }) => {
    const summary = stringMember(value, 'x-ms-summary');
    if (summary === undefined || summary.length <= LONGEST) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'x-ms-summary')),
        message: `The summary of parameter ${quote(name)} has ${summary.length} characters, and ${LONGEST} is the most`,
        hint: 'It is the label of a field: say the rest in the description',
      },
    ];
  },
};
