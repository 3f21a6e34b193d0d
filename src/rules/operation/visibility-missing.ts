import { member } from '../../domain/json.ts';
import { nameOf } from '../facts/operation-name.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const visibilityMissing: Rule = {
  code: 'operation/visibility-missing',
  operation: (operation) => {
    if (member(operation.value, 'x-ms-visibility') !== undefined) return undefined;
    return [
      {
        at: keyInOpenApi(operation.pointer),
        message: `${nameOf(operation)} does not say how prominent it is`,
        hint: 'Add "x-ms-visibility": "important", "advanced", "internal", or "" for none of them',
      },
    ];
  },
};
