import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const notificationContentPosition: Rule = {
  code: 'trigger/notification-content-position',
  operation: (operation) => {
    if (member(operation.value, 'x-ms-notification-content') === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'x-ms-notification-content')),
        message: `${nameOf(operation)} holds "x-ms-notification-content", which is read on the path only`,
        hint: `Move it one level up, next to "${operation.verb}"`,
      },
    ];
  },
};
