import type { JsonObject } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import type { ParameterNode } from '../nodes.ts';
import type { Subject } from '../subject.ts';

const SHOWN = new WeakMap<Subject, ReadonlySet<JsonObject>>();

/** Whether makers see a parameter as a field of its own: an operation that they see has it, it is not internal, and it is no body. */
export function isShown({ value, location }: ParameterNode, subject: Subject): boolean {
  return location !== undefined && location !== 'body' && !isInternal(value) && shownIn(subject).has(value);
}

function shownIn(subject: Subject): ReadonlySet<JsonObject> {
  const known = SHOWN.get(subject);
  if (known !== undefined) return known;
  const shown = new Set<JsonObject>();
  for (const operation of subject.operations) {
    if (isInternal(operation.value)) continue;
    for (const { value } of operation.parameters) shown.add(value);
  }
  SHOWN.set(subject, shown);
  return shown;
}
