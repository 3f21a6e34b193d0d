import type { JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { messageSchemasOf } from '../facts/message-schemas.ts';
import { nameOf } from '../facts/operation-name.ts';
import { countSchemas } from '../facts/schema-count.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const MOST = 16_384;
// The most that one body may have (operation/body-schema-count): an operation without a larger one needs many to exceed its own limit.
const MOST_IN_BODY = 512;
// Counting this many takes a while, and a document that asks for it often is past help.
const MOST_LONG_COUNTS = 20;

export const schemaCount: Rule = {
  code: 'operation/schema-count',
  document: (document, { operations }) => {
    let left = MOST_LONG_COUNTS;
    return operations.flatMap((operation) => {
      if (left === 0 || !mayExceed(operation, document)) return [];
      left -= 1;
      if (countIn(operation, document) <= MOST) return [];
      const message = `${nameOf(operation)} has more than ${MOST} schemas once its references are followed`;
      return [{ at: keyInOpenApi(operation.pointer), message, hint: 'Leave out what makers do not need' }];
    });
  },
};

function mayExceed(operation: Operation, document: JsonObject): boolean {
  const schemas = messageSchemasOf(operation).filter(({ value }) => value !== undefined);
  if (schemas.length * MOST_IN_BODY > MOST) return true;
  return schemas.some(({ value }) => countSchemas(document, value, MOST_IN_BODY) > MOST_IN_BODY);
}

function countIn(operation: Operation, document: JsonObject): number {
  let count = 0;
  for (const { value } of messageSchemasOf(operation)) {
    if (count > MOST) break;
    count += countSchemas(document, value, MOST - count);
  }
  return count;
}
