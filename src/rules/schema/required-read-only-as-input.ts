import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isSent } from '../facts/sent-schemas.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const requiredReadOnlyAsInput: Rule = {
  code: 'schema/required-read-only-as-input',
  schemaKeys: ['readOnly'],
  schema: (schema, subject) => {
    if (!schema.required || member(schema.value, 'readOnly') !== true || !isSent(schema, subject)) return undefined;
    const message = 'This value is required in a body that is sent, and read-only, so nobody can give it';
    const hint = 'Make it optional, or remove "readOnly"';
    return [{ at: inOpenApi(child(schema.pointer, 'readOnly')), message, hint }];
  },
};
