import type { Operation } from '../../domain/operation.ts';
import { notificationUrlsOf, type NotificationUrl } from '../facts/notification-urls.ts';
import { inOpenApi, type Problem } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** A finding at each notification URL of a trigger for which a check has words. */
export function checkWebhookUrls(
  operation: Operation,
  { document }: Subject,
  check: (url: NotificationUrl) => Pick<Problem, 'message' | 'hint'> | undefined,
): Problem[] | undefined {
  if (operation.kind !== 'trigger') return undefined;
  return notificationUrlsOf(operation, document).flatMap((url) => {
    const words = check(url);
    return words === undefined ? [] : [{ ...words, at: inOpenApi(url.pointer) }];
  });
}
