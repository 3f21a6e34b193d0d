import { member } from '../../domain/json.ts';
import { dynamicCallsOf } from '../dynamic-calls.ts';
import { quoteChoice } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const KINDS = ['operationId', 'builtInOperation', 'capability'];

export const dynamicCallKind: Rule = {
  code: 'extension/dynamic-call-kind',
  schema: ({ value, pointer }) =>
    dynamicCallsOf(value, pointer).flatMap((call) => {
      const isList = call.extension === 'x-ms-dynamic-values';
      const kinds = isList ? KINDS : ['operationId'];
      const used = kinds.filter((kind) => member(call.value, kind) !== undefined);
      if (used.length === 1) return [];
      const message =
        used.length === 0
          ? `"${call.extension}" does not say what to call`
          : `"${call.extension}" says ${quoteChoice(used, 'and')} at once`;
      return [
        {
          at: inOpenApi(call.pointer),
          message,
          hint: isList ? `Use exactly one of ${quoteChoice(kinds)}` : 'Add "operationId"',
        },
      ];
    }),
};
