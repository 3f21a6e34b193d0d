import { arrayMember, isObject, type Json, type JsonObject } from '../../domain/json.ts';
import type { Pointer } from '../../domain/pointer.ts';
import type { Trigger } from './answers.ts';
import { changeAt } from './change-at.ts';
import type { PollingTrigger } from './polling-triggers.ts';
import type { WebhookTrigger } from './webhook-triggers.ts';

/** A document in which operations are triggers. `pointerOf`: from places in the published document to places in this one. */
export function withTriggers(
  document: JsonObject,
  triggers: readonly Trigger[],
  pointerOf: (pointer: Pointer) => Pointer,
): JsonObject {
  return triggers.reduce(
    (value, trigger) =>
      trigger.kind === 'webhook' ? withWebhook(value, trigger, pointerOf) : withPolling(value, trigger, pointerOf),
    document,
  );
}

function withWebhook(
  document: JsonObject,
  { operationAt, pathAt, urlAt, urlSchema, required }: WebhookTrigger,
  pointerOf: (pointer: Pointer) => Pointer,
): JsonObject {
  let next = changeAt(document, pointerOf(operationAt), (operation) => ({ ...operation, 'x-ms-trigger': 'single' }));
  next = changeAt(next, pointerOf(pathAt), withNotificationContent);
  for (const { schemaAt, name } of required) {
    next = changeAt(next, pointerOf(schemaAt), (schema) => withRequired(schema, name));
  }
  // What several schemas share is no address for the service in all of them.
  return changeAt(next, pointerOf(urlAt), (property) => ({
    ...('$ref' in property ? urlSchema : property),
    'x-ms-notification-url': true,
    'x-ms-visibility': 'internal',
  }));
}

function withNotificationContent(pathItem: JsonObject): JsonObject {
  if (isObject(pathItem['x-ms-notification-content'])) return pathItem;
  return {
    'x-ms-notification-content': { description: 'What the service sends.', schema: { type: 'object' } },
    ...pathItem,
  };
}

function withRequired(body: JsonObject, name: string): JsonObject {
  const required = Array.isArray(body['required']) ? (body['required'] as readonly Json[]) : [];
  return required.includes(name) ? body : { ...body, required: [...required, name] };
}

/** What the flow sends is what the policy says, so makers are not asked for it. */
function withPolling(
  document: JsonObject,
  { operationAt, parameterAt, summary }: PollingTrigger,
  pointerOf: (pointer: Pointer) => Pointer,
): JsonObject {
  const next = changeAt(document, pointerOf(operationAt), (operation) => ({
    ...operation,
    'x-ms-trigger': 'batch',
    'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' },
    'x-ms-trigger-hint': operation['x-ms-trigger-hint'] ?? `To see it work now, add something that "${summary}" lists.`,
  }));
  if (parameterAt === undefined) return next;
  return changeAt(next, pointerOf(parameterAt), (parameter) =>
    '$ref' in parameter ? parameter : { ...parameter, 'x-ms-visibility': 'internal' },
  );
}

/** The policies of a connector with one for each polling trigger that has none. */
export function pollingPolicies(native: JsonObject, triggers: readonly Trigger[]): readonly Json[] {
  const policies = arrayMember(native, 'policies') ?? [];
  const polling = triggers.filter((trigger) => trigger.kind === 'polling');
  return [...policies, ...polling.map(policyFor).filter((policy) => !policies.some((one) => isFor(one, policy)))];
}

function policyFor({ operationId, parameter, property, collection }: PollingTrigger): JsonObject {
  const list = collection === undefined ? 'triggerBody()' : `triggerBody().${collection}`;
  return {
    template: 'pollingtrigger',
    title: `Ask ${operationId} for what is new`,
    type: 'PollingTrigger',
    operations: [operationId],
    // The newest one is expected first.
    parameters: { triggerConfig: { [parameter]: `@{${list}[0].${property}}` }, triggerDataPath: `@${list}` },
  };
}

function isFor(one: Json, two: JsonObject): boolean {
  return (
    isObject(one) &&
    one['template'] === two['template'] &&
    JSON.stringify(one['operations']) === JSON.stringify(two['operations'])
  );
}
