import { MOST_IN_MESSAGE, messageSchemasOf, placeOf } from '../facts/message-schemas.ts';
import { nameOf } from '../facts/operation-name.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const bodySchemaCount: Rule = {
  code: 'operation/body-schema-count',
  operation: (operation, { document }) => {
    if (document === undefined) return undefined;
    const tooMany = messageSchemasOf(operation, document).filter(({ count }) => count > MOST_IN_MESSAGE);
    return tooMany.map((schema) => {
      const { what, pointer } = placeOf(schema, operation);
      return {
        at: keyInOpenApi(pointer),
        message: `${nameOf(operation)}: ${what} has more than ${MOST_IN_MESSAGE} schemas once its references are followed`,
        hint: 'Leave out what makers do not need, or make deep parts plain objects',
      };
    });
  },
};
