import { objectMember, stringMember } from '../../domain/json.ts';
import type { Operation, Parameter } from '../../domain/operation.ts';
import { parametersOf } from '../facts/operation-parameters.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const fetchSubscribeParameterMismatch: Rule = {
  code: 'trigger/fetch-subscribe-parameter-mismatch',
  operation: (operation, { operationsById }) => {
    const id = stringMember(objectMember(operation.value, 'x-ms-notification'), 'operationId');
    const subscribe = id === undefined ? undefined : operationsById.get(id);
    if (subscribe === undefined) return undefined;
    const { byName } = parametersOf(subscribe);
    return operation.parameters.flatMap((parameter) => problemsOf(parameter, byName.get(parameter.name), subscribe));
  },
};

function problemsOf(fetched: Parameter, subscribed: Parameter | undefined, subscribe: Operation): Problem[] {
  if (subscribed === undefined || fetched.location === 'body' || subscribed.location === 'body') return [];
  const [type, otherType] = [fetched, subscribed].map(({ value }) => stringMember(value, 'type') ?? 'none');
  const [visibility, otherVisibility] = [fetched, subscribed].map(
    ({ value }) => stringMember(value, 'x-ms-visibility') || 'not set',
  );
  const faults = [
    type === otherType ? [] : `its type is ${quote(type)} here and ${quote(otherType)} there`,
    visibility === otherVisibility
      ? []
      : `its visibility is ${quote(visibility)} here and ${quote(otherVisibility)} there`,
  ].flat();
  return faults.map((fault) => ({
    at: inOpenApi(fetched.definedAt),
    message: `Parameter ${quote(fetched.name)} differs from the one of ${quote(subscribe.id)}: ${fault}`,
    hint: 'The maker fills both in at once, so make them alike',
    related: [{ at: inOpenApi(subscribed.definedAt), message: 'The other parameter' }],
  }));
}
