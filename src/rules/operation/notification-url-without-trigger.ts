import { member } from '../../domain/json.ts';
import { actionsWithNotificationUrl } from '../facts/notification-actions.ts';
import { nameOf } from '../facts/operation-name.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';

export const notificationUrlWithoutTrigger: Rule = {
  code: 'operation/notification-url-without-trigger',
  schemaKeys: ['x-ms-notification-url'],
  schema: ({ value, pointer }, subject) => {
    if (member(value, 'x-ms-notification-url') !== true) return undefined;
    return actionsWithNotificationUrl(pointer, subject).map((operation) => ({
      at: keyInOpenApi(operation.pointer),
      message: `${nameOf(operation)} passes an address to call back and is no trigger`,
      hint: 'Add "x-ms-trigger" if it subscribes; leave it if a flow is to wait at this step until the service calls',
      related: [{ at: inOpenApi(pointer), message: 'The address to call back' }],
    }));
  },
};
