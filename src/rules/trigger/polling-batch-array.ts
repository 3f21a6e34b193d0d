import { entriesOf, isObject, member, stringMember, type JsonObject } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { resultOf } from '../facts/operation-result.ts';
import { firstStep, type SchemaStep } from '../facts/schema-path.ts';
import { isPolling } from '../facts/trigger-kinds.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const pollingBatchArray: Rule = {
  code: 'trigger/polling-batch-array',
  operation: (operation, { document }) => {
    if (document === undefined || member(operation.value, 'x-ms-trigger') !== 'batch') return undefined;
    if (!isPolling(operation, document)) return undefined;
    const result = resultOf(operation, document);
    if (result === undefined || mayHoldList(result, document)) return undefined;
    const at = inOpenApi(child(operation.pointer, 'x-ms-trigger'));
    const message = `${nameOf(operation)} is a batch trigger, and its answer holds no list of events`;
    const hint = 'Write "single" if each answer is one event, or describe the list';
    return [{ at, message, hint, related: [{ at: inOpenApi(result.pointer), message: 'The answer' }] }];
  },
};

/** A list, an object with one, or something that the document does not describe. */
function mayHoldList(result: SchemaStep, document: JsonObject): boolean {
  const type = stringMember(result.value, 'type');
  if (type === 'array') return true;
  const properties = entriesOf(member(result.value, 'properties'));
  if ((type !== 'object' && type !== undefined) || !isDescribed(result.value))
    return type === undefined || type === 'object';
  return properties.some(([, value]) => {
    const step = firstStep(value, result.pointer, document);
    return (
      step === undefined || stringMember(step.value, 'type') === 'array' || isObject(member(step.value, 'properties'))
    );
  });
}

/** Whether all of an object's properties are listed. */
function isDescribed(schema: JsonObject): boolean {
  const isOpen = ['allOf', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'].some((key) => Object.hasOwn(schema, key));
  return !isOpen && isObject(member(schema, 'properties'));
}
