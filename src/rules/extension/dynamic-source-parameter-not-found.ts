import type { JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { nameOf } from '../facts/operation-name.ts';
import { resolveCall, type PassedReference } from '../facts/resolved-call.ts';
import { targetInputsOf } from '../facts/target-inputs.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const dynamicSourceParameterNotFound: Rule = {
  code: 'extension/dynamic-source-parameter-not-found',
  dynamicCall: (call, subject) => {
    if (call.parameters.length === 0) return undefined;
    return resolveCall(call, subject).passed.flatMap(({ reference }) => problemsOf(call, reference, subject));
  },
};

function problemsOf(call: DynamicCall, reference: PassedReference | undefined, { document }: Subject): Problem[] {
  // A way written with dots is told by a rule of its own.
  if (reference === undefined || reference.name.includes('.')) return [];
  // Makers cannot fill in a field that a body takes and does not list; what is inside one may be known later.
  const kinds = reference.name.includes('/') ? ['missing'] : ['missing', 'open'];
  const giver = reference.givers.find(({ found }) => kinds.includes(found.kind));
  if (giver === undefined) return [];
  const { name } = reference;
  const otherwise = 'Name a parameter, or the way to a property of the body with "/" between the names';
  return [
    {
      at: inOpenApi(reference.pointer),
      message: `${nameOf(giver.operation)} has no ${quote(name)} to pass to ${quote(call.operationId)}`,
      hint: didYouMean(name, inputNames(giver.operation, document), otherwise),
      related: [{ at: inOpenApi(giver.operation.pointer), message: 'The operation that the maker fills in' }],
    },
  ];
}

/** Only listed when a name is guessed. */
function* inputNames(operation: Operation, document: JsonObject | undefined): Iterable<string> {
  yield* targetInputsOf(operation, document).names;
}
