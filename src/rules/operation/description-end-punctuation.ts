import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameInside } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const descriptionEndPunctuation: Rule = {
  code: 'operation/description-end-punctuation',
  operation: (operation) => {
    const description = stringMember(operation.value, 'description')?.trimEnd();
    if (description === undefined || description === '' || /[.!?]["')\]]?$/.test(description)) return undefined;
    return [
      {
        at: inOpenApi(child(operation.pointer, 'description')),
        message: `The description of ${nameInside(operation)} does not end with a full stop`,
        hint: 'Write whole sentences',
      },
    ];
  },
};
