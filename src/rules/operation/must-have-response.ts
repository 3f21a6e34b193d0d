import { entriesOf, member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const mustHaveResponse: Rule = {
  code: 'operation/must-have-response',
  operation: (operation) => {
    const { value, pointer } = operation;
    const responses = member(value, 'responses');
    const place = child(pointer, 'responses');
    // An agent protocol describes its own answers.
    if (member(value, 'x-ms-agentic-protocol') !== undefined) return undefined;
    if (entriesOf(responses).some(([key]) => !isExtensionKey(key))) return undefined;
    return [
      {
        at: keyInOpenApi(responses === undefined ? pointer : place),
        message: `${nameOf(operation)} declares no response`,
        hint: 'Add at least one to "responses", for example "200" with a description',
        replaces: [place],
      },
    ];
  },
};
