import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { responsesOf } from '../facts/responses.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const shouldHaveSuccessfulResponse: Rule = {
  code: 'operation/should-have-successful-response',
  operation: (operation, { document }) => {
    const responses = responsesOf(operation, document);
    // No response at all is a finding of its own, and an agent protocol describes its own answers.
    if (responses.length === 0 || member(operation.value, 'x-ms-agentic-protocol') !== undefined) return undefined;
    if (responses.some(({ isSuccess }) => isSuccess)) return undefined;
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'responses')),
        message: `${nameOf(operation)} declares no successful response`,
        hint: 'Add the status that the service answers with when all is well, for example "200"',
      },
    ];
  },
};
