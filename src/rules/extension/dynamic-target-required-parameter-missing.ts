import { member } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { nameOf } from '../facts/operation-name.ts';
import { parametersOf } from '../facts/operation-parameters.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const dynamicTargetRequiredParameterMissing: Rule = {
  code: 'extension/dynamic-target-required-parameter-missing',
  dynamicCall: problemsOf,
};

function problemsOf(call: DynamicCall, { operationsById }: Subject): Problem[] {
  const target = typeof call.operationId === 'string' ? operationsById.get(call.operationId) : undefined;
  if (target === undefined) return [];
  const passed = new Set(call.parameters.map(([name]) => name));
  return parametersOf(target).required.flatMap(({ name, location, value, definedAt }) => {
    const isGiven = location === 'body' || passed.has(name) || member(value, 'default') !== undefined;
    if (isGiven || isInternal(value)) return [];
    return [
      {
        at: inOpenApi(call.pointer),
        message: `${nameOf(target)} requires ${quote(name)}, which is not passed here`,
        hint: `Add ${quote(name)} to "parameters"`,
        related: [{ at: inOpenApi(definedAt), message: 'The required parameter' }],
      },
    ];
  });
}
