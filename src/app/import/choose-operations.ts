import { Failure } from '../../domain/failure.ts';
import {
  arrayMember,
  entriesOf,
  isObject,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { pointerOfReference } from '../../domain/operation.ts';
import { child, pointerTo, tokensOf, valueAt, type Pointer } from '../../domain/pointer.ts';
import { nearestKey } from '../../domain/nearest-key.ts';
import { withVerbs, writtenOperations, type Written } from './operation-values.ts';

/** Which operations a connector is to have: those with one of the tags, and those that are named. Neither means all. */
export interface OperationChoice {
  readonly tags: readonly string[];
  readonly operations: readonly string[];
}

/** How many operations have each tag, most first; "" counts those without one. */
export function tagCounts(document: JsonObject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const operation of writtenOperations(document)) {
    const tags = tagsOf(operation);
    for (const tag of tags.length === 0 ? [''] : tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([, one], [, two]) => two - one));
}

/**
 * The document with the chosen operations and what they refer to. All of it when nothing is chosen.
 * @throws Failure (`usage`) for a tag or an operation that is not there.
 */
export function chosenOperations(document: JsonObject, choice: OperationChoice): JsonObject {
  if (choice.tags.length + choice.operations.length === 0) return document;
  const all = writtenOperations(document);
  refuseUnknown('tag', choice.tags, all.flatMap(tagsOf));
  refuseUnknown('operation', choice.operations, all.flatMap(namesOf));
  const tags = new Set(choice.tags);
  const names = new Set(choice.operations);
  const kept = withVerbs(document, (value, written) =>
    tagsOf(written).some((tag) => tags.has(tag)) || namesOf(written).some((name) => names.has(name))
      ? value
      : undefined,
  );
  return withoutUnused(withoutTags(withoutWebhooks(kept)));
}

/** A choice names what a connector calls; what calls it was not chosen, and brings shared parts of its own. */
function withoutWebhooks(document: JsonObject): JsonObject {
  return Object.fromEntries(entriesOf(document).filter(([key]) => key !== 'webhooks' && key !== 'x-webhooks'));
}

function tagsOf({ value }: Written): string[] {
  return (arrayMember(value, 'tags') ?? []).filter((tag) => typeof tag === 'string');
}

/** An operation is named by its id, or by `GET /path`. */
function namesOf({ path, verb, value }: Written): string[] {
  const id = stringMember(value, 'operationId');
  return [...(id === undefined ? [] : [id]), `${verb.toUpperCase()} ${path}`];
}

function refuseUnknown(noun: string, wanted: readonly string[], known: readonly string[]): void {
  const names = new Set(known);
  for (const one of wanted) {
    if (names.has(one)) continue;
    const meant = nearestKey(one, [...names]);
    const hint =
      meant === undefined ? `Known are ${[...names].slice(0, 8).join(', ') || 'none'}` : `Did you mean "${meant}"?`;
    throw new Failure('usage', `No operation has the ${noun} "${one}"`.replace('has the operation', 'is called'), {
      hint,
    });
  }
}

function withoutTags(document: JsonObject): JsonObject {
  const declared = arrayMember(document, 'tags');
  if (declared === undefined) return document;
  const used = new Set(writtenOperations(document).flatMap(tagsOf));
  return { ...document, tags: declared.filter((tag) => used.has(stringMember(tag, 'name') ?? '')) };
}

/** Where a document keeps what operations refer to. */
const SHELVES: readonly (readonly string[])[] = [
  ['definitions'],
  ['parameters'],
  ['responses'],
  ...[
    'schemas',
    'parameters',
    'responses',
    'requestBodies',
    'headers',
    'examples',
    'links',
    'callbacks',
    'pathItems',
  ].map((name) => ['components', name]),
];

function withoutUnused(document: JsonObject): JsonObject {
  const used = usedPointers(document);
  let result = document;
  for (const shelf of SHELVES) result = filtered(result, shelf, used);
  return result;
}

function filtered(document: JsonObject, shelf: readonly string[], used: ReadonlySet<Pointer>): JsonObject {
  const [first = '', ...rest] = shelf;
  const holder = objectMember(document, first);
  if (holder === undefined) return document;
  if (rest.length > 0) {
    // Only below `components`: one level of names more.
    const inner = filtered(holder, rest, new Set([...used].flatMap((pointer) => below(pointer, first))));
    return { ...document, [first]: inner };
  }
  const kept = entriesOf(holder).filter(([name]) => used.has(pointerTo(first, name)));
  return { ...document, [first]: Object.fromEntries(kept) };
}

function below(pointer: Pointer, first: string): Pointer[] {
  const prefix = pointerTo(first);
  return pointer.startsWith(`${prefix}/`) ? [pointer.slice(prefix.length)] : [];
}

/** The shared parts that the operations lead to, over any number of references. */
function usedPointers(document: JsonObject): Set<Pointer> {
  const used = new Set<Pointer>();
  const pending: Json[] = [document['paths'] ?? null];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const pointer of sharedReferences(next)) {
      if (used.has(pointer)) continue;
      used.add(pointer);
      const value = valueAt(document, pointer);
      if (value !== undefined) pending.push(value);
    }
  }
  return used;
}

/** The names of shared parts in a value, walked without recursion: nesting is the author's. */
function sharedReferences(value: Json): Pointer[] {
  const found: Pointer[] = [];
  const pending: Json[] = [value];
  const seen = new Set<Json>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      // Also the targets of a discriminator's mapping.
      if (next.startsWith('#/')) found.push(...shelfPointer(next));
    } else if (next !== null && typeof next === 'object' && !seen.has(next)) {
      seen.add(next);
      pending.push(...(isObject(next) ? Object.values(next) : next));
    }
  }
  return found;
}

/** A reference may lead into a part; the part is what is kept. */
function shelfPointer(reference: string): Pointer[] {
  const tokens = tokensOf(pointerOfReference(reference) ?? '');
  const length = tokens[0] === 'components' ? 3 : 2;
  return tokens.length < length ? [] : [child('', ...tokens.slice(0, length))];
}
