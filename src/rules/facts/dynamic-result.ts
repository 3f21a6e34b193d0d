import { member, stringMember } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import type { Subject } from '../subject.ts';
import type { DynamicCall } from './dynamic-calls.ts';
import { resultAt } from './operation-result.ts';
import { firstStep, type SchemaFound, type SchemaStep } from './schema-path.ts';

/** How an extension writes where its list is; the others ask for no list. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  'x-ms-dynamic-values': 'value-collection',
  'x-ms-dynamic-list': 'itemsPath',
  'x-ms-dynamic-tree/open': 'itemsPath',
  'x-ms-dynamic-tree/browse': 'itemsPath',
};

/** The place in a target's answer where a call expects its list. */
export interface ListPlace {
  readonly target: Operation;
  /** Key that names it. */
  readonly key: string;
  /** As written; empty when the whole answer is the list. */
  readonly path: string;
  readonly found: SchemaFound;
}

/** Undefined when the call asks for no list, or calls nothing that there is. */
export function listPlaceOf(call: DynamicCall, { operationsById, document }: Subject): ListPlace | undefined {
  const key = COLLECTIONS[call.extension];
  const target = typeof call.operationId === 'string' ? operationsById.get(call.operationId) : undefined;
  const path = key === undefined ? undefined : (member(call.value, key) ?? '');
  if (key === undefined || target === undefined || typeof path !== 'string' || document === undefined) return undefined;
  return { target, key, path, found: resultAt(target, path, document) };
}

/** The schema of an entry of the list that a call gets; undefined when it is not known. */
export function listItemOf(call: DynamicCall, subject: Subject): SchemaStep | undefined {
  const found = listPlaceOf(call, subject)?.found;
  if (found?.kind !== 'found' || stringMember(found.step.value, 'type') !== 'array') return undefined;
  const { value, pointer } = found.step;
  return subject.document && firstStep(member(value, 'items'), child(pointer, 'items'), subject.document);
}
