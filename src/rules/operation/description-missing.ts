import { isInternal } from '../../domain/operation.ts';
import { nameOf } from '../facts/operation-name.ts';
import { lacksText } from '../facts/texts.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  code: 'operation/description-missing',
  operation: (operation) => {
    if (!lacksText(operation.value, 'description') || isInternal(operation.value)) return undefined;
    return [
      {
        at: keyInOpenApi(operation.pointer),
        message: `${nameOf(operation)} has no description`,
        hint: 'Add "description", a sentence on what it does and what comes back',
      },
    ];
  },
};
