import { familiesOf } from '../facts/annotations.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';

export const operationFamilyManyEmptyRevisions: Rule = {
  code: 'version/operation-family-many-empty-revisions',
  document: (_, { operations }) =>
    [...familiesOf(operations)].flatMap(([family, members]) => {
      const [first, ...others] = members.filter(([, { revision }]) => revision === undefined);
      if (first === undefined) return [];
      return others.map(([operation, annotation]) => ({
        at: inOpenApi(annotation.pointer),
        message: `${nameOf(operation)} belongs to ${quote(family)} without a revision, as another operation already does`,
        hint: 'Add "revision", counting from 1',
        related: [{ at: keyInOpenApi(first[0].pointer), message: 'The other operation' }],
        identity: family,
      }));
    }),
};
