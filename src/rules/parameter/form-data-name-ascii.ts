import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const formDataNameAscii: Rule = {
  code: 'parameter/form-data-name-ascii',
  parameter: ({ name, location, pointer }) => {
    if (location !== 'formData' || name === undefined || /^[ -~]*$/.test(name)) return undefined;
    const message = `The name of form field ${quote(name)} has characters outside ASCII`;
    return [{ at: inOpenApi(child(pointer, 'name')), message, hint: 'Use the field name that the service documents' }];
  },
};
