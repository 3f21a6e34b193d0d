import { resolveCall } from '../facts/resolved-call.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const dynamicSourceParameterUsesDots: Rule = {
  code: 'extension/dynamic-source-parameter-uses-dots',
  dynamicCall: (call, subject) => {
    if (call.parameters.length === 0) return undefined;
    return resolveCall(call, subject).passed.flatMap(({ reference }) => {
      if (reference === undefined || !reference.name.includes('.')) return [];
      if (!reference.givers.some(({ found }) => found.kind === 'missing')) return [];
      const message = `The way ${quote(reference.name)} is written with dots, which are taken as part of a name`;
      const hint = `Write ${quote(reference.name.replaceAll('.', '/'))}`;
      return [{ at: inOpenApi(reference.pointer), message, hint }];
    });
  },
};
