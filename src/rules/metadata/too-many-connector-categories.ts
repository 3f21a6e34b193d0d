import { categoriesOf } from '../facts/categories.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const LIMIT = 2;

export const tooManyConnectorCategories: Rule = {
  code: 'metadata/too-many-connector-categories',
  document: (document) =>
    categoriesOf(document)
      .filter(({ names }) => names.length > LIMIT)
      .map(({ names, pointer }) => ({
        at: inOpenApi(pointer),
        message: `The connector is in ${names.length} categories, and certification takes ${LIMIT}`,
        hint: 'Keep the two that makers would look in first',
        identity: 'categories',
      })),
};
