import { stringMember } from '../../domain/json.ts';
import { isOfType, isTypeName } from '../facts/json-types.ts';
import { nameOf } from '../facts/operation-name.ts';
import { resolveCall } from '../facts/resolved-call.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const dynamicStaticTypeMismatch: Rule = {
  code: 'extension/dynamic-static-type-mismatch',
  dynamicCall: (call, subject) => {
    if (call.parameters.length === 0) return undefined;
    const { target, passed } = resolveCall(call, subject);
    return passed.flatMap(({ name, pointer, literal, taker }) => {
      if (literal === undefined || literal === null || taker?.kind !== 'found' || target === undefined) return [];
      const type = stringMember(taker.input.value, 'type');
      if (type === undefined || !isTypeName(type) || isOfType(literal, type)) return [];
      const message = `${nameOf(target)} takes ${quote(name)} as ${quote(type)}, and ${quote(literal)} is passed`;
      const related = [{ at: inOpenApi(taker.input.pointer), message: 'What takes the value' }];
      return [{ at: inOpenApi(pointer), message, hint: `Pass a value of type "${type}"`, related }];
    });
  },
};
