import type { JsonObject } from '../../domain/json.ts';
import { pointerOfReference, type Operation } from '../../domain/operation.ts';
import { pointerTo, tokensOf, type Pointer } from '../../domain/pointer.ts';
import type { Subject } from '../subject.ts';
import { walk } from '../walk.ts';

// Enough to judge a call by; a definition that everything uses is not judged for each of its users.
const MOST_SOURCES = 20;
const MOST_OWNERS = 500;

/** Who refers to whom, and who was found to: by the pointers of operations, path items and shared entries. */
interface Owners {
  readonly operations: ReadonlyMap<Pointer, readonly Operation[]>;
  /** Only worked out when a shared entry is asked about. */
  referrers: Referrers | undefined;
  readonly reached: Map<Pointer, readonly Operation[]>;
}

type Referrers = ReadonlyMap<Pointer, ReadonlySet<Pointer>>;

const KNOWN = new WeakMap<Subject, Owners>();

/** The operations that a place belongs to: for a definition, and other shared entries, those that reach it, at most 20. */
export function operationsAround(pointer: Pointer, subject: Subject): readonly Operation[] {
  const { document } = subject;
  const start = ownerOf(pointer);
  if (document === undefined || start === undefined) return [];
  const owners = KNOWN.get(subject) ?? { operations: byOwner(subject), referrers: undefined, reached: new Map() };
  KNOWN.set(subject, owners);
  const own = owners.operations.get(start) ?? owners.reached.get(start);
  if (own !== undefined) return own;
  owners.referrers ??= readReferrers(document);
  const found = reach(start, owners.operations, owners.referrers);
  owners.reached.set(start, found);
  return found;
}

function reach(start: Pointer, operations: Owners['operations'], referrers: Referrers): Operation[] {
  const found = new Set<Operation>();
  const pending = [start];
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

/** Operations by their own place, and all of a path by its. */
function byOwner({ operations }: Subject): Map<Pointer, readonly Operation[]> {
  const owners = new Map<Pointer, readonly Operation[]>();
  for (const operation of operations) {
    const path = pointerTo('paths', operation.path);
    owners.set(operation.pointer, [operation]);
    owners.set(path, [...(owners.get(path) ?? []), operation]);
  }
  return owners;
}

function readReferrers(document: JsonObject): Referrers {
  const referrers = new Map<Pointer, Set<Pointer>>();
  const nothing = (): void => undefined;
  walk(document, [], {
    operation: nothing,
    parameter: nothing,
    schema: nothing,
    reference: ({ pointer, reference }) => {
      const owner = ownerOf(pointer);
      const target = ownerOf(pointerOfReference(reference) ?? '');
      if (owner === undefined || target === undefined || owner === target) return;
      const known = referrers.get(target) ?? new Set();
      referrers.set(target, known.add(owner));
    },
  });
  return referrers;
}

/** The operation, path item or shared entry that a place is in. */
function ownerOf(pointer: Pointer): Pointer | undefined {
  const [section, name, third] = tokensOf(pointer);
  if (section === undefined || name === undefined) return undefined;
  if (section !== 'paths') return pointerTo(section, name);
  const isShared = third === undefined || third === 'parameters' || third === 'x-ms-notification-content';
  return isShared ? pointerTo('paths', name) : pointerTo('paths', name, third);
}
