import { arrayMember, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const schemeNotValid: Rule = {
  code: 'document/scheme-not-valid',
  document: (document) => problemsOf(document, ''),
  operation: (operation) => problemsOf(operation.value, operation.pointer),
};

function problemsOf(holder: JsonObject, pointer: Pointer): Problem[] {
  const schemes = arrayMember(holder, 'schemes');
  const at = child(pointer, 'schemes');
  if (schemes?.length === 0) {
    return [
      { at: inOpenApi(at), message: 'The list of schemes is empty', hint: 'Write ["https"], or leave "schemes" out' },
    ];
  }
  return (schemes ?? []).flatMap((scheme, index) => {
    if (scheme === 'https' || scheme === 'http') return [];
    const message = `Scheme ${quote(scheme)} is neither "https" nor "http"`;
    return [{ at: inOpenApi(child(at, index)), message, hint: 'Write "https", in lower case' }];
  });
}
