import {
  arrayMember,
  isObject,
  objectMember,
  member,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { targetOf } from './references.ts';

/** How many schemas there are. */
interface Size {
  readonly count: number;
  /** False when a circle of references is in it: from another place of the circle the count can differ. */
  readonly isExact: boolean;
}

/** What a schema holds before any reference is followed. */
interface Written {
  count: number;
  /** Each as often as it is used. */
  readonly references: string[];
}

/** A definition on the way down, with what is still to add to it. */
interface Visit extends Written {
  readonly reference: string;
  next: number;
  isExact: boolean;
}

/** Sizes of one document: of definitions by reference, and of the schemas that somebody asked for. */
interface Sizes {
  readonly byReference: Map<string, Size>;
  readonly byRoot: WeakMap<JsonObject, Size>;
}

const NOTHING: Size = { count: 0, isExact: true };
const KNOWN = new WeakMap<JsonObject, Sizes>();

/**
 * Counts schemas once references are followed, each use of a definition again: by arithmetic, each definition read once, so that definitions
 * which double at each step cost nothing. A definition inside itself is not followed again. Beyond 2^53 the count is no longer exact.
 */
export function sizeOf(document: JsonObject, root: Json | undefined): Size {
  if (!isObject(root)) return NOTHING;
  const sizes = KNOWN.get(document) ?? {
    byReference: new Map<string, Size>(),
    byRoot: new WeakMap<JsonObject, Size>(),
  };
  KNOWN.set(document, sizes);
  // Thousands of operations can share one response.
  const known = sizes.byRoot.get(root);
  if (known !== undefined) return known;
  const size = sizeOfRoot(document, root, sizes.byReference);
  sizes.byRoot.set(root, size);
  return size;
}

function sizeOfRoot(document: JsonObject, root: JsonObject, sizes: Map<string, Size>): Size {
  const { count, references } = writtenIn(root);
  const size = { count, isExact: true };
  for (const reference of references) {
    if (!sizes.has(reference)) measure(document, reference, sizes);
    add(size, sizes.get(reference));
  }
  return size;
}

function measure(document: JsonObject, start: string, sizes: Map<string, Size>): void {
  const open = new Set<string>();
  const way: Visit[] = [];
  const enter = (reference: string): void => {
    const target = targetOf(document, reference, 'schema');
    const written = writtenIn(target.kind === 'found' ? target.value : undefined);
    open.add(reference);
    way.push({ ...written, reference, next: 0, isExact: true });
  };
  enter(start);
  for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
    const below = visit.references[visit.next];
    if (below === undefined) {
      sizes.set(visit.reference, { count: visit.count, isExact: visit.isExact });
      open.delete(visit.reference);
      way.pop();
    } else if (!sizes.has(below) && !open.has(below)) enter(below);
    else {
      add(visit, sizes.get(below));
      visit.next += 1;
    }
  }
}

/** An unknown size is that of a definition which the way is inside of. */
function add(sum: { count: number; isExact: boolean }, size: Size | undefined): void {
  sum.count += size?.count ?? 0;
  sum.isExact &&= size?.isExact ?? false;
}

function writtenIn(root: Json | undefined): Written {
  const written = { count: 0, references: [] };
  note(root, written);
  return written;
}

function note(schema: Json | undefined, written: Written): void {
  if (!isObject(schema)) return;
  const reference = stringMember(schema, '$ref');
  if (reference !== undefined) return void written.references.push(reference);
  written.count += 1;
  const properties = objectMember(schema, 'properties');
  if (properties !== undefined) for (const name in properties) note(properties[name], written);
  note(member(schema, 'items'), written);
  note(member(schema, 'additionalProperties'), written);
  for (const part of arrayMember(schema, 'allOf') ?? []) note(part, written);
}
