import { entriesOf, member, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';
import { countSchemas } from '../facts/schema-count.ts';

const MOST = 512;

export const bodySchemaCount: Rule = {
  code: 'operation/body-schema-count',
  operation: (operation, { document }) => {
    const check = (value: Json | undefined, pointer: Pointer, what: string): Problem[] => {
      if (document === undefined || countSchemas(document, value, MOST) <= MOST) return [];
      const message = `${nameOf(operation)}: ${what} has more than ${MOST} schemas once its references are followed`;
      return [
        {
          at: keyInOpenApi(pointer),
          message,
          hint: 'Leave out what makers do not need, or make deep parts plain objects',
        },
      ];
    };
    const body = operation.parameters.find(({ location }) => location === 'body');
    return [
      ...(body === undefined ? [] : check(member(body.value, 'schema'), child(body.definedAt, 'schema'), 'the body')),
      ...entriesOf(member(operation.value, 'responses')).flatMap(([key, response]) =>
        check(
          member(response, 'schema'),
          child(operation.pointer, 'responses', key, 'schema'),
          `response ${quote(key)}`,
        ),
      ),
    ];
  },
};
