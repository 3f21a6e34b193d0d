import { member, objectMember, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

const KEY = 'x-ms-api-annotation';

export const annotationStatus: Rule = {
  code: 'version/annotation-status',
  document: (document) => problemsOf(objectMember(document, 'info'), '/info'),
  operation: ({ value, pointer }) => problemsOf(value, pointer),
};

function problemsOf(holder: Json | undefined, pointer: Pointer): Problem[] {
  const status = member(objectMember(holder, KEY), 'status');
  if (status === undefined || status === 'Preview' || status === 'Production') return [];
  const message = `Status ${quote(status)} is neither "Preview" nor "Production"`;
  const hint = 'Use one of the two, with a capital letter';
  return [{ at: inOpenApi(child(pointer, KEY, 'status')), message, hint }];
}
