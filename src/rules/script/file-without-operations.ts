import { member } from '../../domain/json.ts';
import { inProperties, type Rule } from '../rule.ts';

export const fileWithoutOperations: Rule = {
  code: 'script/file-without-operations',
  properties: (properties, { connector: { script } }) => {
    if (script === undefined || member(properties, 'scriptOperations') !== undefined) return undefined;
    return [
      {
        at: { part: 'script', pointer: '' },
        message: 'The folder has a script, and nothing says which operations it serves',
        hint: 'List their ids, or write an empty list for all of them',
        related: [{ at: inProperties(''), message: 'The list belongs here' }],
      },
    ];
  },
};
