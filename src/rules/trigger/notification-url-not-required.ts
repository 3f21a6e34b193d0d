import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkWebhookUrls } from '../shared-checks/webhook-urls.ts';

export const notificationUrlNotRequired: Rule = {
  code: 'trigger/notification-url-not-required',
  operation: (operation, subject) =>
    checkWebhookUrls(operation, subject, ({ name, isRequired }) => {
      if (isRequired) return undefined;
      const message = `The address to call back, ${quote(name)}, is optional, so it may not be sent`;
      return { message, hint: 'List it under "required", and so each object that holds it' };
    }),
};
