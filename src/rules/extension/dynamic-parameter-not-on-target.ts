import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { targetInputsOf } from '../facts/target-inputs.ts';

export const dynamicParameterNotOnTarget: Rule = {
  code: 'extension/dynamic-parameter-not-on-target',
  dynamicCall: problemsOf,
};

function problemsOf(call: DynamicCall, { operationsById, document }: Subject): Problem[] {
  const target = typeof call.operationId === 'string' ? operationsById.get(call.operationId) : undefined;
  if (target === undefined || call.parameters.length === 0) return [];
  const { names, isOpen } = targetInputsOf(target, document);
  if (isOpen) return [];
  return call.parameters.flatMap(([name]) => {
    // A property of the body may be named by its way down: `body/filter/status`.
    if (names.has(name) || name.split('/').some((step) => names.has(step))) return [];
    return [
      {
        at: keyInOpenApi(child(call.pointer, 'parameters', name)),
        message: `${nameOf(target)} has no parameter ${quote(name)}`,
        hint: didYouMean(name, names, 'Use a parameter of that operation, or remove this one'),
        related: [{ at: inOpenApi(target.pointer), message: 'The operation that is called' }],
      },
    ];
  });
}
