import { isShown } from '../facts/shown-parameters.ts';
import { lacksText } from '../facts/texts.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  code: 'parameter/description-missing',
  parameter: (parameter, subject) => {
    if (!lacksText(parameter.value, 'description') || !isShown(parameter, subject)) return undefined;
    return [
      {
        at: inOpenApi(parameter.pointer),
        message: `The ${locationWord(parameter.location)} parameter ${quote(parameter.name)} has no description`,
        hint: 'Add "description": what to enter, in a sentence',
      },
    ];
  },
};
