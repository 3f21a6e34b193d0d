import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const notificationUrlPosition: Rule = {
  code: 'trigger/notification-url-position',
  schemaKeys: ['x-ms-notification-url'],
  schema: ({ kind, use, value, pointer }) => {
    const isInBody = kind === 'schema' && use !== 'response';
    if (isInBody || member(value, 'x-ms-notification-url') === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(child(pointer, 'x-ms-notification-url')),
        message: 'An address to call back can only be sent in a body',
        hint: 'Move "x-ms-notification-url" to a property of the body',
      },
    ];
  },
};
