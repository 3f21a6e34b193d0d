import { objectMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { statusOf } from '../facts/annotations.ts';
import { nameOf } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const operationStatusAheadOfConnector: Rule = {
  code: 'version/operation-status-ahead-of-connector',
  operation: (operation, { document }) => {
    const isAhead =
      statusOf(operation.value) === 'Production' && statusOf(objectMember(document, 'info')) === 'Preview';
    if (!isAhead) return undefined;
    return [
      {
        at: inOpenApi(child(operation.pointer, 'x-ms-api-annotation', 'status')),
        message: `${nameOf(operation)} is in Production and the connector in Preview`,
        hint: 'Write "Preview" here, or move the whole connector to "Production"',
        related: [{ at: inOpenApi('/info/x-ms-api-annotation/status'), message: 'The status of the connector' }],
      },
    ];
  },
};
