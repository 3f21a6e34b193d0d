import { member, stringMember } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { nameOf } from '../facts/operation-name.ts';
import { policyOperationsOf } from '../facts/policies.ts';
import { isPolling } from '../facts/trigger-kinds.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';
import type { Policy } from '../subject.ts';

export const pollingPolicy: Rule = {
  code: 'trigger/polling-policy',
  operation: (operation, { document, policies, properties }) => {
    // Without the properties nobody knows which policies there are.
    if (
      properties === undefined ||
      operation.kind !== 'trigger' ||
      !isPolling(operation, document) ||
      pollsItself(operation)
    )
      return undefined;
    if (policies.some((policy) => polls(policy, operation.id))) return undefined;
    const message = `${nameOf(operation)} is asked again and again, and nothing says what is new since the last time`;
    const hint =
      'Add a "pollingtrigger" policy for it, or "x-ms-trigger-metadata" if the service keeps the state itself';
    return [{ at: keyInOpenApi(operation.pointer), message, hint }];
  },
};

/** The service says when to ask again (202 with `Location` and `Retry-After`), or the operation says that it is polled as it is. */
function pollsItself({ value }: Operation): boolean {
  const mode = stringMember(member(value, 'x-ms-trigger-metadata'), 'mode');
  return mode === 'polling' || member(member(value, 'responses'), '202') !== undefined;
}

function polls(policy: Policy, id: string | undefined): boolean {
  if (policy.template !== 'pollingtrigger') return false;
  const named = policyOperationsOf(policy);
  return named.length === 0 || named.some(({ value }) => value === id);
}
