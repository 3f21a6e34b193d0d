import type { Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { familiesOf, type Annotation } from '../facts/annotations.ts';
import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const operationFamilyDuplicateRevision: Rule = {
  code: 'version/operation-family-duplicate-revision',
  document: (_, { operations }) =>
    [...familiesOf(operations)].flatMap(([family, members]) => problemsOf(family, members)),
};

function problemsOf(family: string, members: readonly (readonly [Operation, Annotation])[]): Problem[] {
  const first = new Map<number, Operation>();
  return members.flatMap(([operation, annotation]) => {
    if (typeof annotation.revision !== 'number') return [];
    const earlier = first.get(annotation.revision);
    if (earlier === undefined) {
      first.set(annotation.revision, operation);
      return [];
    }
    return [
      {
        at: inOpenApi(child(annotation.pointer, 'revision')),
        message: `${nameOf(operation)} is revision ${annotation.revision} of ${quote(family)}, as another operation already is`,
        hint: 'Number the operations of a family from 1 up',
        related: [{ at: keyInOpenApi(earlier.pointer), message: 'The other operation' }],
        identity: `${annotation.revision} ${family}`,
      },
    ];
  });
}
