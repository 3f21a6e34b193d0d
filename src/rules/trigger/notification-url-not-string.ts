import { member } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkWebhookUrls } from '../shared-checks/webhook-urls.ts';

export const notificationUrlNotString: Rule = {
  code: 'trigger/notification-url-not-string',
  operation: (operation, subject) =>
    checkWebhookUrls(operation, subject, ({ name, value }) => {
      const type = member(value, 'type');
      if (type === undefined || type === 'string') return undefined;
      return { message: `The address to call back, ${quote(name)}, is not a string`, hint: 'Give it "type": "string"' };
    }),
};
