import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';

export const idRequired: Rule = {
  code: 'operation/id-required',
  operation: ({ value, verb, path, pointer }) => {
    const id = member(value, 'operationId');
    const isBlank = typeof id === 'string' && id.trim() === '';
    if (id !== undefined && !isBlank) return undefined;
    const place = child(pointer, 'operationId');
    return [
      {
        at: isBlank ? inOpenApi(place) : keyInOpenApi(pointer),
        message: `${verb.toUpperCase()} ${quote(path)} has no operation id`,
        hint: 'Add "operationId", a name such as "ListIssues" that flows keep for ever',
        replaces: [place],
      },
    ];
  },
};
