import { member } from '../../domain/json.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import { checkPassages, type Passage } from '../shared-checks/passed-values.ts';

export const dynamicSourceOptional: Rule = {
  code: 'extension/dynamic-source-optional',
  dynamicCall: (call, subject) => checkPassages(call, subject, problemOf),
};

function problemOf({ passed, reference, giver, taker, target }: Passage): Problem | undefined {
  if (taker?.isRequired !== true || giver.isRequired || target === undefined) return undefined;
  if (member(taker.value, 'default') !== undefined || member(giver.value, 'default') !== undefined) return undefined;
  return {
    at: inOpenApi(reference.pointer),
    message: `${nameOf(target)} requires ${quote(passed.name)}, and ${quote(reference.name)} is optional: nothing is listed until a maker fills it in`,
    hint: 'Make it required, or let the operation do without',
    related: [{ at: inOpenApi(giver.pointer), message: 'The optional value' }],
  };
}
