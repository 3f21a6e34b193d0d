import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const dynamicTreeMissing: Rule = {
  code: 'extension/dynamic-tree-missing',
  dynamicCall: ({ extension, holder, value, pointer }) => {
    const isPicker = extension === 'x-ms-dynamic-values' && member(value, 'capability') === 'file-picker';
    if (!isPicker || member(holder, 'x-ms-dynamic-tree') !== undefined) return undefined;
    const message = 'The file picker is asked for, and nothing says how to open and browse the tree';
    const hint = 'Add "x-ms-dynamic-tree" next to "x-ms-dynamic-values"';
    return [{ at: inOpenApi(child(pointer, 'capability')), message, hint }];
  },
};
