import { member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameInside } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const deprecatedSuffixMissing: Rule = {
  code: 'version/deprecated-suffix-missing',
  operation: (operation) => {
    if (member(operation.value, 'deprecated') !== true) return undefined;
    return ['summary', 'description'].flatMap((key) => {
      const text = stringMember(operation.value, key)?.trim() ?? '';
      // One that is not there is a finding of its own.
      if (text === '' || /\bdeprecated\b/i.test(text)) return [];
      return [
        {
          at: inOpenApi(child(operation.pointer, key)),
          message: `The ${key} of deprecated ${nameInside(operation)} does not say so`,
          hint: 'End it with "(deprecated)", so that makers choose another',
        },
      ];
    });
  },
};
