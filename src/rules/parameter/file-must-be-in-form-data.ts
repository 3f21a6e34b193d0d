import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const fileMustBeInFormData: Rule = {
  code: 'parameter/file-must-be-in-form-data',
  parameter: ({ value, name, location, pointer }) => {
    const isElsewhere = location !== undefined && location !== 'formData' && location !== 'body';
    if (!isElsewhere || member(value, 'type') !== 'file') return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'type')),
        message: `The ${locationWord(location)} parameter ${quote(name)} is a file, which only a form can carry`,
        hint: 'Use "in": "formData", or "type": "string"',
      },
    ];
  },
};
