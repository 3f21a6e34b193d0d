import { isInternal } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { lacksText } from '../facts/texts.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const summaryMissing: Rule = {
  code: 'operation/summary-missing',
  operation: (operation) => {
    if (!lacksText(operation.value, 'summary') || isInternal(operation.value)) return undefined;
    return [
      {
        at: keyInOpenApi(operation.pointer),
        message: `${nameOf(operation)} has no summary`,
        hint: 'Add "summary", the name under which makers find it, for example "List issues"',
        replaces: [child(operation.pointer, 'summary')],
      },
    ];
  },
};
