import { entriesOf, member, type Json, type JsonObject } from '../domain/json.ts';
import { pointerOfReference } from '../domain/operation.ts';
import { pointerTo } from '../domain/pointer.ts';

type Maybe = Json | undefined;

/** Deeper than this two values count as different, and are looked at node by node. */
const DEEPEST = 200;

const SECTIONS = ['definitions', 'parameters', 'responses'] as const;

/**
 * Tells at once which parts of two documents are the same to the letter, keys in the same order, and lead by `$ref` only to parts that are
 * the same too: most of an update is. It never says so wrongly; what it does not know counts as different.
 */
export class Identical {
  /** Pointers of the shared parts that are the same, with all that they lead to. */
  readonly #clean: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  constructor(before: JsonObject, after: JsonObject) {
    this.#clean = cleanParts(before, after);
  }

  same(one: Maybe, two: Maybe): boolean {
    const references = new Set<string>();
    if (!sameText(one, two, references, 0)) return false;
    for (const reference of references) if (!this.#isClean(reference)) return false;
    return true;
  }

  /** Whether both are the same reference, and what it leads to is the same. Never looks any deeper. */
  sameReference(one: Maybe, two: Maybe): boolean {
    const reference = member(one, '$ref');
    return typeof reference === 'string' && reference === member(two, '$ref') && this.#isClean(reference);
  }

  #isClean(reference: string): boolean {
    const known = this.#known.get(reference);
    if (known !== undefined) return known;
    const clean = this.#clean.has(pointerOfReference(reference) ?? '');
    this.#known.set(reference, clean);
    return clean;
  }
}

function cleanParts(before: JsonObject, after: JsonObject): Set<string> {
  const leadsTo = new Map<string, ReadonlySet<string>>();
  for (const section of SECTIONS) {
    const newer = member(after, section);
    for (const [name, one] of entriesOf(member(before, section))) {
      const references = new Set<string>();
      if (sameText(one, member(newer, name), references, 0)) leadsTo.set(pointerTo(section, name), references);
    }
  }
  return withoutDirty(leadsTo);
}

/** Takes away what leads to something that is not there, until nothing does: linear in the number of references. */
function withoutDirty(leadsTo: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const clean = new Set(leadsTo.keys());
  const comeFrom = new Map<string, string[]>();
  const dirty: string[] = [];
  for (const [part, references] of leadsTo)
    for (const reference of references) {
      const target = pointerOfReference(reference) ?? '';
      if (!clean.has(target)) dirty.push(part);
      else comeFrom.set(target, comeFrom.get(target) ?? []);
      comeFrom.get(target)?.push(part);
    }
  for (let part = dirty.pop(); part !== undefined; part = dirty.pop())
    if (clean.delete(part)) for (const other of comeFrom.get(part) ?? []) dirty.push(other);
  return clean;
}

function sameText(one: Maybe, two: Maybe, references: Set<string>, depth: number): boolean {
  if (typeof one !== 'object' || one === null) return one === two;
  if (typeof two !== 'object' || two === null || depth > DEEPEST) return false;
  if (Array.isArray(one) || Array.isArray(two)) return sameEntries(one, two, references, depth);
  return sameKeys(one as JsonObject, two as JsonObject, references, depth);
}

function sameEntries(one: Json, two: Json, references: Set<string>, depth: number): boolean {
  if (!Array.isArray(one) || !Array.isArray(two) || one.length !== two.length) return false;
  for (let index = 0; index < one.length; index += 1)
    if (!sameText(one[index], two[index], references, depth + 1)) return false;
  return true;
}

function sameKeys(one: JsonObject, two: JsonObject, references: Set<string>, depth: number): boolean {
  const keys = Object.keys(one);
  const others = Object.keys(two);
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (key === undefined || key !== others[index]) return false;
    const value = one[key];
    if (!sameText(value, two[key], references, depth + 1)) return false;
    if (key === '$ref' && typeof value === 'string') references.add(value);
  }
  return true;
}
