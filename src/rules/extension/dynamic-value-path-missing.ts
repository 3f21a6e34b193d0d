import { stringMember } from '../../domain/json.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { listItemOf } from '../facts/dynamic-result.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const PATHS: Readonly<Record<string, string>> = {
  'x-ms-dynamic-values': 'value-path',
  'x-ms-dynamic-list': 'itemValuePath',
  'x-ms-dynamic-tree/open': 'itemValuePath',
  'x-ms-dynamic-tree/browse': 'itemValuePath',
};

export const dynamicValuePathMissing: Rule = {
  code: 'extension/dynamic-value-path-missing',
  dynamicCall: problemsOf,
};

function problemsOf(call: DynamicCall, subject: Subject): Problem[] | undefined {
  const path = PATHS[call.extension];
  if (path === undefined || typeof call.operationId !== 'string') return undefined;
  if (stringMember(call.value, path) !== undefined) return undefined;
  // A list of texts or numbers has nothing inside its entries to point at.
  const item = listItemOf(call, subject);
  if (item !== undefined && ['string', 'integer', 'number'].includes(stringMember(item.value, 'type') ?? '')) {
    return undefined;
  }
  const message = `"${call.extension}" does not say which property of an entry is the value`;
  return [{ at: keyInOpenApi(call.pointer), message, hint: `Add "${path}"` }];
}
