import { entriesOf, member, objectMember } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const multipleSecurityDefinitions: Rule = {
  code: 'auth/multiple-security-definitions',
  document: (document, { properties }) => {
    // Each set of connection parameters has its own definition; where the properties cannot be read, nobody knows.
    if (properties === undefined || objectMember(properties, 'connectionParameterSets') !== undefined) return undefined;
    const [first, second, ...others] = entriesOf(member(document, 'securityDefinitions')).map(([name]) => name);
    if (first === undefined || second === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(pointerTo('securityDefinitions', second)),
        message: `There are ${others.length + 2} security definitions, and the wizard uses only the first, ${quote(first)}`,
        hint: 'Keep one; several ways to connect are sets of connection parameters',
        related: [{ at: keyInOpenApi(pointerTo('securityDefinitions', first)), message: 'The first one' }],
        identity: 'security definitions',
      },
    ];
  },
};
