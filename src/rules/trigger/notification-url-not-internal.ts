import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkWebhookUrls } from '../shared-checks/webhook-urls.ts';

export const notificationUrlNotInternal: Rule = {
  code: 'trigger/notification-url-not-internal',
  operation: (operation, subject) =>
    checkWebhookUrls(operation, subject, ({ name, isInternal }) => {
      if (isInternal) return undefined;
      const message = `The address to call back, ${quote(name)}, is shown to makers, and the platform fills it in`;
      return { message, hint: 'Add "x-ms-visibility": "internal"' };
    }),
};
