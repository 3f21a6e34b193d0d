import { member, type JsonObject } from '../../domain/json.ts';
import { isInternal, type Operation } from '../../domain/operation.ts';
import { operationsCalledIn } from '../facts/called-operations.ts';
import { nameOf } from '../facts/operation-name.ts';
import { responsesOf } from '../facts/responses.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const internalUnreferenced: Rule = {
  code: 'operation/internal-unreferenced',
  document: (document, { operations }) => {
    const unexplained = operations.filter(mayBeForgotten(operations, document));
    if (unexplained.length === 0) return undefined;
    const called = operationsCalledIn(document);
    return unexplained.flatMap((operation) => {
      if (operation.id === undefined || called.has(operation.id)) return [];
      return [
        {
          at: keyInOpenApi(operation.pointer),
          message: `${nameOf(operation)} is internal, and nothing in the connector calls it`,
          hint: 'Make it visible, use it for a list or a schema, or remove it if no flow has it',
        },
      ];
    });
  },
};

/**
 * Flows keep what they once used (an old version). And the platform calls what no document names: the end of a subscription and the state of
 * a long operation, at the address that the service gave.
 */
function mayBeForgotten(operations: readonly Operation[], document: JsonObject): (operation: Operation) => boolean {
  const hasTrigger = operations.some(({ kind }) => kind === 'trigger');
  const isPolled = operations.some((operation) => responsesOf(operation, document).some(({ key }) => key === '202'));
  return ({ id, value, verb, kind }) => {
    if (!isInternal(value) || id === undefined || kind === 'trigger') return false;
    if (member(value, 'deprecated') === true || member(value, 'x-ms-api-annotation') !== undefined) return false;
    return !(hasTrigger && verb === 'delete') && !(isPolled && verb === 'get');
  };
}
