import { child } from '../../domain/pointer.ts';
import { annotationOf } from '../facts/annotations.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const operationIdRevisionSuffix: Rule = {
  code: 'version/operation-id-revision-suffix',
  operation: (operation) => {
    const { id, pointer } = operation;
    const revision = annotationOf(operation)?.revision;
    if (id === undefined || typeof revision !== 'number' || revision <= 1) return undefined;
    if (id.toLowerCase().endsWith(`v${revision}`)) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'operationId')),
        message: `Operation id ${quote(id)} of revision ${revision} does not end with "_V${revision}"`,
        hint: 'End the id of a new version with it; the id of a published operation has to stay',
      },
    ];
  },
};
