import { messageSchemasOf } from '../facts/message-schemas.ts';
import { nameOf } from '../facts/operation-name.ts';
import { countSchemas } from '../facts/schema-count.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const MOST = 512;

export const bodySchemaCount: Rule = {
  code: 'operation/body-schema-count',
  operation: (operation, { document }) => {
    if (document === undefined) return undefined;
    return messageSchemasOf(operation).flatMap(({ what, value, pointer }) => {
      if (countSchemas(document, value, MOST) <= MOST) return [];
      const message = `${nameOf(operation)}: ${what} has more than ${MOST} schemas once its references are followed`;
      return [
        {
          at: keyInOpenApi(pointer),
          message,
          hint: 'Leave out what makers do not need, or make deep parts plain objects',
        },
      ];
    });
  },
};
