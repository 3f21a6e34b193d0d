import { isObject, member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const mustHaveResponse: Rule = {
  code: 'operation/must-have-response',
  operation: (operation) => {
    const { value, pointer } = operation;
    const responses = member(value, 'responses');
    // An agent protocol describes its own answers.
    if (member(value, 'x-ms-agentic-protocol') !== undefined) return undefined;
    if (isObject(responses)) for (const key in responses) if (!isExtensionKey(key)) return undefined;
    const place = child(pointer, 'responses');
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
