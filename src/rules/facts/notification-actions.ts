import type { Operation } from '../../domain/operation.ts';
import type { Pointer } from '../../domain/pointer.ts';
import type { Subject } from '../subject.ts';
import { notificationUrlsOf } from './notification-urls.ts';

// The products take 256, and looking through a body may take a while.
const MOST_OPERATIONS = 256;

const KNOWN = new WeakMap<Subject, ReadonlyMap<Pointer, readonly Operation[]>>();

/** The actions whose first notification URL is the schema at a place. Looks through all bodies at the first call. */
export function actionsWithNotificationUrl(schema: Pointer, subject: Subject): readonly Operation[] {
  const known = KNOWN.get(subject) ?? actionsByUrl(subject);
  KNOWN.set(subject, known);
  return known.get(schema) ?? [];
}

function actionsByUrl({ operations, document }: Subject): Map<Pointer, Operation[]> {
  const actions = new Map<Pointer, Operation[]>();
  for (const operation of operations.slice(0, MOST_OPERATIONS)) {
    const [url] = operation.kind === 'action' ? notificationUrlsOf(operation, document) : [];
    if (url === undefined) continue;
    const others = actions.get(url.pointer);
    if (others === undefined) actions.set(url.pointer, [operation]);
    else others.push(operation);
  }
  return actions;
}
