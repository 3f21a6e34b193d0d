import { entriesOf, isObject, member, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const responseDescriptionMissing: Rule = {
  code: 'operation/response-description-missing',
  document: (document) => problemsOf(member(document, 'responses'), '/responses'),
  operation: ({ value, pointer }) => problemsOf(member(value, 'responses'), child(pointer, 'responses')),
};

function problemsOf(responses: Json | undefined, pointer: Pointer): Problem[] {
  return entriesOf(responses).flatMap(([key, response]) => {
    const isComplete = member(response, 'description') !== undefined || member(response, '$ref') !== undefined;
    if (!isObject(response) || isComplete || isExtensionKey(key)) return [];
    const place = child(pointer, key);
    return [
      {
        at: keyInOpenApi(place),
        message: `Response ${quote(key)} has no description`,
        hint: 'Add "description", for example "The issue that was created"',
        replaces: [child(place, 'description')],
      },
    ];
  });
}
