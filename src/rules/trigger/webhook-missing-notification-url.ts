import { member } from '../../domain/json.ts';
import { nameOf } from '../facts/operation-name.ts';
import { notificationUrlsOf } from '../facts/notification-urls.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const webhookMissingNotificationUrl: Rule = {
  code: 'trigger/webhook-missing-notification-url',
  operation: (operation, { document }) => {
    const isWebhook =
      operation.kind === 'trigger' && member(operation.pathItem, 'x-ms-notification-content') !== undefined;
    if (!isWebhook || notificationUrlsOf(operation, document).length > 0) return undefined;
    return [
      {
        at: keyInOpenApi(operation.pointer),
        message: `${nameOf(operation)} is a webhook, and nothing in its body takes the address to call back`,
        hint: 'Add "x-ms-notification-url": true to the property of the body that carries the address',
      },
    ];
  },
};
