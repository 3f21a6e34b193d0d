import { member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import type { DynamicCall } from '../facts/dynamic-calls.ts';
import { listItemOf } from '../facts/dynamic-result.ts';
import { nameOf } from '../facts/operation-name.ts';
import { resultAt, segmentsOf } from '../facts/operation-result.ts';
import { schemaAt, type SchemaFound } from '../facts/schema-path.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Where an extension says what it takes: from the whole answer, or from each entry of its list. */
const IN_ANSWER: Readonly<Record<string, string>> = {
  'x-ms-dynamic-schema': 'value-path',
  'x-ms-dynamic-properties': 'itemValuePath',
};
const IN_ENTRY = ['value-path', 'value-title', 'itemValuePath', 'itemTitlePath'];

export const dynamicResultPropertyMissing: Rule = {
  code: 'extension/dynamic-result-property-missing',
  dynamicCall: problemsOf,
};

function problemsOf(call: DynamicCall, subject: Subject): Problem[] {
  const { operationsById, document } = subject;
  const target = typeof call.operationId === 'string' ? operationsById.get(call.operationId) : undefined;
  if (target === undefined || document === undefined) return [];
  const item = listItemOf(call, subject);
  const inAnswer = IN_ANSWER[call.extension];
  const missing = (key: string, at: (path: string) => SchemaFound, where: string): Problem[] => {
    const path = stringMember(call.value, key);
    if (path === undefined || at(path).kind !== 'missing') return [];
    return [
      {
        at: inOpenApi(child(call.pointer, key)),
        message: `${nameOf(target)} answers no ${quote(path)}${where}`,
        hint: `Let "${key}" lead to a property of its answer`,
        related: [{ at: inOpenApi(target.pointer), message: 'The operation that is called' }],
      },
    ];
  };
  if (inAnswer !== undefined) return missing(inAnswer, (path) => resultAt(target, path, document), '');
  if (item === undefined || member(item.value, 'type') === undefined) return [];
  const inItem = (path: string): SchemaFound => schemaAt(item, segmentsOf(path), document);
  return IN_ENTRY.flatMap((key) => missing(key, inItem, ' in its entries'));
}
