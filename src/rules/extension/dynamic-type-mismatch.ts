import { stringMember } from '../../domain/json.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import { checkPassages, type Passage } from '../shared-checks/passed-values.ts';

export const dynamicTypeMismatch: Rule = {
  code: 'extension/dynamic-type-mismatch',
  dynamicCall: (call, subject) => checkPassages(call, subject, problemOf),
};

function problemOf({ passed, reference, giver, taker, target }: Passage): Problem | undefined {
  const given = stringMember(giver.value, 'type');
  const taken = stringMember(taker?.value, 'type');
  if (given === undefined || taken === undefined || taker === undefined || target === undefined) return undefined;
  if (given === taken || (given === 'integer' && taken === 'number')) return undefined;
  return {
    at: inOpenApi(reference.pointer),
    message: `${nameOf(target)} takes ${quote(passed.name)} as ${quote(taken)}, and ${quote(reference.name)} is of type ${quote(given)}`,
    hint: 'Give both the same type',
    related: [
      { at: inOpenApi(giver.pointer), message: 'What gives the value' },
      { at: inOpenApi(taker.pointer), message: 'What takes it' },
    ],
  };
}
