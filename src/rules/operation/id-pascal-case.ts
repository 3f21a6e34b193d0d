import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const idPascalCase: Rule = {
  code: 'operation/id-pascal-case',
  operation: ({ id, pointer }) => {
    // Separators are a finding of their own.
    if (id === undefined || id.trim() === '' || /^[^a-z]/.test(id)) return undefined;
    const message = `Operation id ${quote(id)} does not start with a capital letter`;
    const hint = `Write ${quote(id.slice(0, 1).toUpperCase() + id.slice(1))}, in a new connector`;
    return [{ at: inOpenApi(child(pointer, 'operationId')), message, hint }];
  },
};
