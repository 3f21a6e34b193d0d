import { nameOf } from '../facts/operation-name.ts';
import { isWebhook } from '../facts/trigger-kinds.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const webhookNoDeleteOperation: Rule = {
  code: 'trigger/webhook-no-delete-operation',
  operation: (operation, subject) => {
    if (operation.kind !== 'trigger' || hasDelete(subject) || !isWebhook(operation, subject.document)) return undefined;
    const message = `${nameOf(operation)} subscribes to a service, and no operation of this connector unsubscribes`;
    const hint = 'Add a DELETE operation, and answer the subscription with its address in the header "Location"';
    return [{ at: keyInOpenApi(operation.pointer), message, hint }];
  },
};

const KNOWN = new WeakMap<Subject, boolean>();

function hasDelete(subject: Subject): boolean {
  const known = KNOWN.get(subject) ?? subject.operations.some(({ verb }) => verb === 'delete');
  KNOWN.set(subject, known);
  return known;
}
