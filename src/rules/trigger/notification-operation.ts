import { objectMember, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { notificationUrlsOf } from '../facts/notification-urls.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const notificationOperation: Rule = {
  code: 'trigger/notification-operation',
  operation: (operation, { operationsById, document }) => {
    const id = stringMember(objectMember(operation.value, 'x-ms-notification'), 'operationId');
    if (id === undefined) return undefined;
    const at = inOpenApi(child(operation.pointer, 'x-ms-notification', 'operationId'));
    const target = operationsById.get(id);
    if (target === undefined) {
      const message = `The operation that subscribes, ${quote(id)}, does not exist`;
      return [{ at, message, hint: didYouMean(id, operationsById.keys(), 'Name an operation of this connector') }];
    }
    if (notificationUrlsOf(target, document).length > 0) return undefined;
    const message = `The operation that subscribes, ${quote(id)}, takes no address to call back`;
    const related = [{ at: inOpenApi(target.pointer), message: 'The operation' }];
    return [{ at, message, hint: 'Name an operation with "x-ms-notification-url" in its body', related }];
  },
};
