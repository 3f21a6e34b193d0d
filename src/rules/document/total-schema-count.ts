import { member, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { sizeOf } from '../facts/expanded-size.ts';
import { responsesOf } from '../facts/responses.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

// 256 operations of 16,384 schemas each.
const MOST = 256 * 16_384;

export const totalSchemaCount: Rule = {
  code: 'document/total-schema-count',
  document: (document, { operations }) => {
    const total = operations.reduce((sum, operation) => sum + countIn(operation, document), 0);
    if (total <= MOST) return undefined;
    const message = `Bodies and answers hold more than ${MOST} schemas once references are followed`;
    const hint = 'Describe inner objects that makers do not need as a plain object';
    return [{ at: keyInOpenApi('/paths'), message, hint }];
  },
};

function countIn(operation: Operation, document: JsonObject): number {
  let count = 0;
  for (const { value } of operation.parameters) count += sizeOf(document, member(value, 'schema')).count;
  for (const { schema } of responsesOf(operation, document)) count += sizeOf(document, schema).count;
  return count;
}
