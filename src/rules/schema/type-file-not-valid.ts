import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const typeFileNotValid: Rule = {
  code: 'schema/type-file-not-valid',
  schemaKeys: ['type'],
  schema: (schema) => {
    const { kind, use, value, depth } = schema;
    // A parameter has a rule of its own, and a whole response may be a file.
    const isElsewhere = kind === 'parameter' || (use === 'response' && depth === 0);
    if (isElsewhere || member(value, 'type') !== 'file') return undefined;
    return [
      {
        at: inOpenApi(child(schema.pointer, 'type')),
        message: 'Only a form field or a whole response can be of type "file"',
        hint: 'Use "type": "string" with "format": "binary" or "byte"',
      },
    ];
  },
};
