import { member } from '../../domain/json.ts';
import { quoteChoice } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const KINDS = ['operationId', 'builtInOperation', 'capability'];

export const dynamicCallKind: Rule = {
  code: 'extension/dynamic-call-kind',
  dynamicCall: ({ extension, value, pointer }) => {
    const isList = extension === 'x-ms-dynamic-values';
    const kinds = isList ? KINDS : ['operationId'];
    const used = kinds.filter((kind) => member(value, kind) !== undefined);
    if (used.length === 1) return undefined;
    const message =
      used.length === 0
        ? `"${extension}" does not say what to call`
        : `"${extension}" says ${quoteChoice(used, 'and')} at once`;
    const hint = isList ? `Use exactly one of ${quoteChoice(kinds)}` : 'Add "operationId"';
    return [{ at: inOpenApi(pointer), message, hint }];
  },
};
