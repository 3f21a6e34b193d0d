import type { JsonObject } from '../../domain/json.ts';
import { pointerOfReference, type Operation } from '../../domain/operation.ts';
import { pointerTo, tokensOf, type Pointer } from '../../domain/pointer.ts';
import type { Subject } from '../subject.ts';
import { walk } from '../walk.ts';

// Enough to judge a call by; a definition that everything uses is not judged for each of its users.
const MOST_SOURCES = 20;
const MOST_OWNERS = 500;

/** Who owns the places of a document and who refers to whom: by the pointers of operations, path items and shared entries. */
interface Owners {
  readonly operations: ReadonlyMap<Pointer, readonly Operation[]>;
  readonly referrers: ReadonlyMap<Pointer, ReadonlySet<Pointer>>;
}

const KNOWN = new WeakMap<Subject, Owners>();

/** The operations that a place belongs to: for a definition, and other shared entries, those that reach it, at most 20. */
export function operationsAround(pointer: Pointer, subject: Subject): readonly Operation[] {
  const { document } = subject;
  if (document === undefined) return [];
  const owners = KNOWN.get(subject) ?? readOwners(document, subject.operations);
  KNOWN.set(subject, owners);
  return reach(ownerOf(pointer), owners);
}

function reach(start: Pointer | undefined, { operations, referrers }: Owners): Operation[] {
  const found = new Set<Operation>();
  const pending = start === undefined ? [] : [start];
  const seen = new Set(pending);
  for (let index = 0; index < pending.length && found.size < MOST_SOURCES; index += 1) {
    const owner = pending[index] ?? '';
    for (const operation of operations.get(owner) ?? []) found.add(operation);
    for (const referrer of referrers.get(owner) ?? []) {
      if (seen.has(referrer) || seen.size >= MOST_OWNERS) continue;
      seen.add(referrer);
      pending.push(referrer);
    }
  }
  return [...found].slice(0, MOST_SOURCES);
}

function readOwners(document: JsonObject, all: readonly Operation[]): Owners {
  const operations = new Map<Pointer, Operation[]>();
  for (const operation of all) {
    const path = pointerTo('paths', operation.path);
    operations.set(operation.pointer, [operation]);
    operations.set(path, [...(operations.get(path) ?? []), operation]);
  }
  const referrers = new Map<Pointer, Set<Pointer>>();
  const note = (pointer: Pointer, reference: string): void => {
    const owner = ownerOf(pointer);
    const target = ownerOf(pointerOfReference(reference) ?? '');
    if (owner === undefined || target === undefined || owner === target) return;
    const known = referrers.get(target) ?? new Set();
    referrers.set(target, known.add(owner));
  };
  const nothing = (): void => undefined;
  walk(document, [], {
    operation: nothing,
    parameter: nothing,
    schema: nothing,
    reference: ({ pointer, reference }) => note(pointer, reference),
  });
  return { operations, referrers };
}

/** The operation, path item or shared entry that a place is in. */
function ownerOf(pointer: Pointer): Pointer | undefined {
  const [section, name, third] = tokensOf(pointer);
  if (section === undefined || name === undefined) return undefined;
  if (section !== 'paths') return pointerTo(section, name);
  const isShared = third === undefined || third === 'parameters' || third === 'x-ms-notification-content';
  return isShared ? pointerTo('paths', name) : pointerTo('paths', name, third);
}
