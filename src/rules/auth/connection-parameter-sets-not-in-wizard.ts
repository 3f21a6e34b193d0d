import { objectMember } from '../../domain/json.ts';
import { keyInProperties, type Rule } from '../rule.ts';

export const connectionParameterSetsNotInWizard: Rule = {
  code: 'auth/connection-parameter-sets-not-in-wizard',
  properties: (properties) => {
    if (objectMember(properties, 'connectionParameterSets') === undefined) return undefined;
    const message = 'Sets of connection parameters cannot be edited in the wizard of the products';
    return [{ at: keyInProperties('/connectionParameterSets'), message, hint: 'Change them here, and publish' }];
  },
};
