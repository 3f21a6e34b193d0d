import { member, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { notificationUrlsOf } from './notification-urls.ts';

/** A trigger whose service calls back: its body takes the address. */
export function isWebhook(operation: Operation, document: JsonObject | undefined): boolean {
  return operation.kind === 'trigger' && notificationUrlsOf(operation, document).length > 0;
}

/** A trigger that is called again and again. One that says it is a webhook and lacks the address is a finding of its own. */
export function isPolling(operation: Operation, document: JsonObject | undefined): boolean {
  const saysWebhook = [operation.pathItem, operation.value].some(
    (holder) => member(holder, 'x-ms-notification-content') !== undefined,
  );
  const isFetched = member(operation.value, 'x-ms-notification') !== undefined;
  return operation.kind === 'trigger' && !saysWebhook && !isFetched && !isWebhook(operation, document);
}
