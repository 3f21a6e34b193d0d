import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const editorDictionary: Rule = {
  code: 'schema/editor-dictionary',
  schemaKeys: ['x-ms-editor'],
  schema: ({ value, pointer }) => {
    if (member(value, 'x-ms-editor') !== 'dictionary') return undefined;
    const additional = member(value, 'additionalProperties');
    const isDictionary = member(value, 'type') === 'object' && additional !== undefined && additional !== false;
    if (isDictionary) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'x-ms-editor')),
        message: 'A dictionary editor is asked for on a schema that is not a dictionary',
        hint: 'Use it with "type": "object" and "additionalProperties"',
      },
    ];
  },
};
