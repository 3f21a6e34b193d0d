import { arrayMember, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const schemeNotHttps: Rule = {
  code: 'document/scheme-not-https',
  document: (document) => problemsOf(document, ''),
  operation: (operation) => problemsOf(operation.value, operation.pointer),
};

function problemsOf(holder: JsonObject, pointer: Pointer): Problem[] | undefined {
  return arrayMember(holder, 'schemes')?.flatMap((scheme, index) => {
    if (scheme !== 'http') return [];
    const message = 'The scheme "http" sends credentials and content unencrypted';
    return [{ at: inOpenApi(child(pointer, 'schemes', index)), message, hint: 'Allow "https" only' }];
  });
}
