import { arrayMember, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { isMediaType } from '../facts/media-types.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const mimeTypeNotValid: Rule = {
  code: 'operation/mime-type-not-valid',
  document: (document) => problemsOf(document, ''),
  operation: ({ value, pointer }) => problemsOf(value, pointer),
};

function problemsOf(holder: JsonObject, pointer: Pointer): Problem[] {
  return ['consumes', 'produces'].flatMap((key) =>
    (arrayMember(holder, key) ?? []).flatMap((type, index) => {
      if (typeof type !== 'string' || isMediaType(type)) return [];
      const message = `${quote(type)} is no media type`;
      return [
        {
          at: inOpenApi(child(pointer, key, index)),
          message,
          hint: 'Write type and subtype, such as "application/json"',
        },
      ];
    }),
  );
}
