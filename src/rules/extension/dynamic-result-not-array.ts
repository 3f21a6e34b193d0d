import { member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { listPlaceOf, type ListPlace } from '../facts/dynamic-result.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const dynamicResultNotArray: Rule = {
  code: 'extension/dynamic-result-not-array',
  dynamicCall: problemsOf,
};

function problemsOf(call: DynamicCall, subject: Subject): Problem[] | undefined {
  const place = listPlaceOf(call, subject);
  const fault = place === undefined ? undefined : faultOf(place);
  if (place === undefined || fault === undefined) return undefined;
  const { target, key } = place;
  const isWritten = member(call.value, key) !== undefined;
  return [
    {
      at: isWritten ? inOpenApi(child(call.pointer, key)) : keyInOpenApi(call.pointer),
      message: `${nameOf(target)} ${fault}`,
      hint: isWritten
        ? `Let "${key}" lead to a list in its answer`
        : `Say with "${key}" where in its answer the list is`,
      related: [{ at: inOpenApi(target.pointer), message: 'The operation that is called' }],
    },
  ];
}

function faultOf({ path, found }: ListPlace): string | undefined {
  if (found.kind === 'missing') return `answers nothing at ${quote(path)}`;
  if (found.kind !== 'found') return undefined;
  const type = stringMember(found.step.value, 'type');
  if (type === undefined || type === 'array') return undefined;
  return path === '' ? `answers with a value of type "${type}", no list` : `answers with no list at ${quote(path)}`;
}
