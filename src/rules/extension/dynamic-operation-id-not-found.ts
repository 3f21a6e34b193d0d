import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const dynamicOperationIdNotFound: Rule = {
  code: 'extension/dynamic-operation-id-not-found',
  dynamicCall: problemsOf,
};

function problemsOf(call: DynamicCall, { operationsById }: Subject): Problem[] {
  const id = call.operationId;
  if (typeof id !== 'string' || operationsById.has(id)) return [];
  return [
    {
      at: inOpenApi(child(call.pointer, 'operationId')),
      message: `"${call.extension}" calls the operation ${quote(id)}, which does not exist`,
      hint: didYouMean(id, operationsById.keys(), 'Name an operation of this connector'),
    },
  ];
}
