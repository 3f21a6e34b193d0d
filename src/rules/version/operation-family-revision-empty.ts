import { familiesOf } from '../facts/annotations.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const operationFamilyRevisionEmpty: Rule = {
  code: 'version/operation-family-revision-empty',
  document: (_, { operations }) =>
    [...familiesOf(operations)].flatMap(([family, members]) => {
      // Others without a revision are a finding of their own.
      const first = members.find(([, { revision }]) => revision === undefined);
      if (first === undefined) return [];
      const [operation, annotation] = first;
      return [
        {
          at: inOpenApi(annotation.pointer),
          message: `${nameOf(operation)} belongs to ${quote(family)} and has no revision`,
          hint: 'Add "revision", counting from 1',
          identity: family,
        },
      ];
    }),
};
