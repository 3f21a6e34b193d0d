import { entriesOf, member, objectMember } from '../../domain/json.ts';
import { keyInProperties, type Rule } from '../rule.ts';

// The platform ignores the parameters, and most real connectors with sets carry them as a leftover.
export const connectionParametersAndSets: Rule = {
  code: 'auth/connection-parameters-and-sets',
  properties: (properties) => {
    const isBoth =
      entriesOf(member(properties, 'connectionParameters')).length > 0 &&
      objectMember(properties, 'connectionParameterSets') !== undefined;
    if (!isBoth) return undefined;
    return [
      {
        at: keyInProperties('/connectionParameters'),
        message: 'The connector has connection parameters beside sets of them, and only the sets are offered',
        hint: 'Remove the connection parameters, or move them into the sets',
        related: [{ at: keyInProperties('/connectionParameterSets'), message: 'The sets' }],
      },
    ];
  },
};
