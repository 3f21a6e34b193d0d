import { member, objectMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const nextLinkName: Rule = {
  code: 'operation/next-link-name',
  operation: ({ value, pointer }) => {
    const name = member(objectMember(value, 'x-ms-pageable'), 'nextLinkName');
    if (name === undefined || name === 'nextLink' || name === '@odata.nextLink') return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'x-ms-pageable', 'nextLinkName')),
        message: `The next page is looked for in ${quote(name)}, and the products know "nextLink" and "@odata.nextLink"`,
        hint: 'Use one of the two, and have a policy or the script rename what the service sends',
      },
    ];
  },
};
