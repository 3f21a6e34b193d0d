import { isInternal, type Operation } from '../../domain/operation.ts';
import { nameOf } from '../facts/operation-name.ts';
import { isWebhook } from '../facts/trigger-kinds.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const webhookDeleteNotInternal: Rule = {
  code: 'trigger/webhook-delete-not-internal',
  document: (document, { operations }) => {
    const webhooks = new Map<string, Operation>();
    for (const one of operations) if (isWebhook(one, document)) webhooks.set(trimmed(one.path), one);
    if (webhooks.size === 0) return undefined;
    return operations.flatMap((operation) => {
      if (operation.verb !== 'delete' || isInternal(operation.value)) return [];
      const path = trimmed(operation.path);
      const webhook = webhooks.get(path) ?? webhooks.get(parentOf(path));
      return webhook === undefined ? [] : [problemOf(operation, webhook)];
    });
  },
};

function problemOf(operation: Operation, webhook: Operation): Problem {
  return {
    at: keyInOpenApi(operation.pointer),
    message: `${nameOf(operation)} ends a subscription, which the platform does, and is offered to makers`,
    hint: 'Give it "x-ms-visibility": "internal"',
    related: [{ at: inOpenApi(webhook.pointer), message: 'The trigger that subscribes' }],
  };
}

/** `/hooks/{id}` belongs to `/hooks`. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function trimmed(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
