import { objectMember, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { policyOperationsOf } from '../facts/policies.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';
import type { Policy } from '../subject.ts';

export const nextLinkMissing: Rule = {
  code: 'policy/next-link-missing',
  operation: (operation, { policies, properties }) => {
    const link = stringMember(objectMember(operation.value, 'x-ms-pageable'), 'nextLinkName');
    if (link === undefined || properties === undefined) return undefined;
    if (policies.some((policy) => policy.template === 'updatenextlink' && covers(policy, operation.id)))
      return undefined;
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'x-ms-pageable')),
        message: `${nameOf(operation)} has pages, and no "updatenextlink" policy leads ${quote(link)} through the connector`,
        hint: 'Add the policy, or the next page is asked for without the connection',
      },
    ];
  },
};

function covers(policy: Policy, id: string | undefined): boolean {
  const names = policyOperationsOf(policy).map(({ value }) => value);
  return names.length === 0 || names.includes(id ?? '');
}
