import { isShown } from '../facts/shown-parameters.ts';
import { lacksText } from '../facts/texts.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const summaryMissing: Rule = {
  code: 'parameter/summary-missing',
  parameter: (parameter, subject) => {
    if (!lacksText(parameter.value, 'x-ms-summary') || !isShown(parameter, subject)) return undefined;
    return [
      {
        at: inOpenApi(parameter.pointer),
        message: `The ${locationWord(parameter.location)} parameter ${quote(parameter.name)} has no "x-ms-summary", so makers see its bare name`,
        hint: 'Add "x-ms-summary", the label of its field, for example "Issue title"',
      },
    ];
  },
};
