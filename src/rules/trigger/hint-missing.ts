import { member } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import { nameOf } from '../facts/operation-name.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const hintMissing: Rule = {
  code: 'trigger/hint-missing',
  operation: (operation) => {
    const { kind, value, pointer } = operation;
    if (kind !== 'trigger' || isInternal(value) || member(value, 'x-ms-trigger-hint') !== undefined) return undefined;
    const message = `${nameOf(operation)} does not tell makers how to make it fire`;
    return [
      { at: keyInOpenApi(pointer), message, hint: 'Add "x-ms-trigger-hint", for example "Add a pet to see it work"' },
    ];
  },
};
