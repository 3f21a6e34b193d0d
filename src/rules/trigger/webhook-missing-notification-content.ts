import { member } from '../../domain/json.ts';
import { nameOf } from '../facts/operation-name.ts';
import { notificationUrlsOf } from '../facts/notification-urls.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';

export const webhookMissingNotificationContent: Rule = {
  code: 'trigger/webhook-missing-notification-content',
  operation: (operation, { document }) => {
    // On the operation it is in the wrong place, which is a finding of its own.
    const hasContent = [operation.pathItem, operation.value].some(
      (holder) => member(holder, 'x-ms-notification-content') !== undefined,
    );
    if (operation.kind !== 'trigger' || hasContent) return undefined;
    const [url] = notificationUrlsOf(operation, document);
    if (url === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(operation.pointer),
        message: `${nameOf(operation)} is a webhook and does not describe what the service sends`,
        hint: 'Add "x-ms-notification-content" with a schema to the path, next to the verb',
        related: [{ at: inOpenApi(url.pointer), message: 'The address to call back' }],
      },
    ];
  },
};
