import { arrayMember } from '../../domain/json.ts';
import { keyInProperties, type Rule } from '../rule.ts';

export const operationsWithoutFile: Rule = {
  code: 'script/operations-without-file',
  properties: (properties, { connector }) => {
    if (connector.script !== undefined || arrayMember(properties, 'scriptOperations') === undefined) return undefined;
    const message = 'Custom code is asked for, and the folder has no script';
    return [{ at: keyInProperties('/scriptOperations'), message, hint: 'Add "script.csx", or remove the list' }];
  },
};
