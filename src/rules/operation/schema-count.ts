import type { JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { MOST_IN_MESSAGE, messageSchemasOf } from '../facts/message-schemas.ts';
import { nameOf } from '../facts/operation-name.ts';
import { countSchemas } from '../facts/schema-count.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const MOST = 16_384;
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

/** Without a body beyond its own limit, an operation needs many to exceed this one. */
function mayExceed(operation: Operation, document: JsonObject): boolean {
  const schemas = messageSchemasOf(operation, document);
  return schemas.length * MOST_IN_MESSAGE > MOST || schemas.some(({ count }) => count > MOST_IN_MESSAGE);
}

function countIn(operation: Operation, document: JsonObject): number {
  let total = 0;
  for (const { value, count } of messageSchemasOf(operation, document)) {
    if (total > MOST) break;
    total += count <= MOST_IN_MESSAGE ? count : countSchemas(document, value, MOST);
  }
  return total;
}
