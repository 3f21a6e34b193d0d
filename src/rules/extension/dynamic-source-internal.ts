import { member } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import { checkPassages, type Passage } from '../shared-checks/passed-values.ts';

export const dynamicSourceInternal: Rule = {
  code: 'extension/dynamic-source-internal',
  dynamicCall: (call, subject) => checkPassages(call, subject, problemOf),
};

function problemOf({ reference, giver, operation }: Passage): Problem | undefined {
  // Its default is its value, and nobody fills in an operation that makers do not see.
  if (!giver.isInternal || member(giver.value, 'default') !== undefined || isInternal(operation.value))
    return undefined;
  return {
    at: inOpenApi(reference.pointer),
    message: `${quote(reference.name)} is hidden from makers, so there is no value to pass`,
    hint: 'Make it visible, or pass a fixed value',
    related: [{ at: inOpenApi(giver.pointer), message: 'The hidden value' }],
  };
}
