import { member, type Json, type JsonObject } from '../domain/json.ts';
import { child, parentOf, valueAt, type Pointer } from '../domain/pointer.ts';
import { Definitions } from './openapi-3-definitions.ts';
import { anchorsIn, referencesIn, targetOfReference, type Anchors } from './openapi-3-targets.ts';

/** A construct of the source that the result does not carry. */
export interface Loss {
  /** Into the 3.x document. */
  readonly pointer: Pointer;
  /** What it is: the key, or a word for it. */
  readonly construct: string;
  readonly message: string;
  readonly hint?: string;
}

/** Where a value stands in the source, and where its counterpart goes. */
export interface Place {
  readonly from: Pointer;
  readonly to: Pointer;
  /** How deep the conversion is nested. */
  readonly depth: number;
  /** Whether the way from `to` to `from` is known already, from a place around it: nothing is remembered then. */
  readonly isKnown?: boolean;
}

/** More nesting than a person writes; below what the stack bears. */
const DEEPEST = 150;
/** More schemas, parameters and responses than any service takes. Ends documents that multiply by sharing nodes. */
const MOST_NODES = 500_000;
/** Alternatives within alternatives: more says nothing that a maker could choose from. */
const MOST_CHOICES = 8;

/** One run of the converter: the source, what is reported, and the way back from each place of the result. */
export class Conversion {
  readonly source: JsonObject;
  /** Whether keys beside `$ref` count, as they do since 3.1. */
  readonly siblingsCount: boolean;
  readonly #losses = new Map<string, Loss>();
  readonly #refused = new Map<string, Loss>();
  readonly #origins = new Map<Pointer, Pointer>();
  /** References that are being written out in place, so that a loop ends. */
  readonly #inlining = new Set<Pointer>();
  /** Alternatives that were gathered from several places, with these places. */
  readonly #unions = new WeakMap<readonly Json[], readonly Pointer[]>();
  /** Schemas that get a name of their own in the result. */
  readonly definitions: Definitions;
  #references: ReadonlySet<string> | undefined;
  readonly #targets = new Map<string, Sourced | undefined>();
  #anchors: Anchors | undefined;
  #choosing = 0;
  #nodes = 0;
  #full = false;

  constructor(source: JsonObject) {
    this.source = source;
    const version = member(source, 'openapi');
    this.siblingsCount = typeof version === 'string' && !version.startsWith('3.0');
    this.definitions = new Definitions(source);
  }

  get losses(): readonly Loss[] {
    return [...this.#losses.values()];
  }

  get refused(): readonly Loss[] {
    return [...this.#refused.values()];
  }

  /** Left out, and harmless. */
  lose(pointer: Pointer, construct: string, message: string, hint?: string): void {
    record(this.#losses, { pointer, construct, message, ...(hint === undefined ? {} : { hint }) });
  }

  /** Left out, and wrong to publish without. */
  refuse(pointer: Pointer, construct: string, message: string, hint?: string): void {
    record(this.#refused, { pointer, construct, message, ...(hint === undefined ? {} : { hint }) });
  }

  /** Left out: wrong to publish without when callers must send it. */
  drop(required: boolean, pointer: Pointer, construct: string, message: string, hint?: string): void {
    if (required) this.refuse(pointer, construct, message, hint);
    else this.lose(pointer, construct, message, hint);
  }

  /** Remembers where a place of the result comes from; what is below it comes from below there, where that exists. */
  trace(to: Pointer, from: Pointer): void {
    this.#origins.set(to, from);
  }

  /** The same, unless it is known better. */
  traceNew(to: Pointer, from: Pointer): void {
    if (!this.#origins.has(to)) this.#origins.set(to, from);
  }

  /** Remembers where a place comes from, unless that follows from the place around it. Gives the place, whose members follow from it. */
  settle(place: Place): Place {
    if (place.isKnown === true) return place;
    this.trace(place.to, place.from);
    return { ...place, isKnown: true };
  }

  /** The place in the source that a place in the result comes from: the nearest that is known. */
  pointerOf(pointer: Pointer): Pointer {
    for (let at = pointer; ; at = parentOf(at)) {
      const origin = this.#origins.get(at);
      if (origin !== undefined) return this.#existing(origin + pointer.slice(at.length));
      if (at === '') return '';
    }
  }

  /** What we add stands nowhere in the source: the place around it does. */
  #existing(pointer: Pointer): Pointer {
    let at = pointer;
    while (at !== '' && valueAt(this.source, at) === undefined) at = parentOf(at);
    return at;
  }

  /** The places two steps below a place of the source that something in the result comes from. */
  carriedBelow(place: Pointer): Set<Pointer> {
    const carried = new Set<Pointer>();
    for (const from of this.#origins.values()) {
      if (!from.startsWith(`${place}/`)) continue;
      const second = from.indexOf('/', from.indexOf('/', place.length + 1) + 1);
      carried.add(second === -1 ? from : from.slice(0, second));
    }
    return carried;
  }

  /** Whether anything in the source refers to a pointer in the fragment form `#/…`, or to a place below it. */
  isUsed(reference: string): boolean {
    this.#references ??= referencesIn(this.source);
    return this.#references.has(reference);
  }

  /** Where a reference leads: `#/…`, or since 3.1 an anchor or an id; undefined when it leads nowhere, or out of the document. */
  targetOf(reference: string): Sourced | undefined {
    // The same few are asked for again and again.
    if (this.#targets.has(reference)) return this.#targets.get(reference);
    if (!reference.startsWith('#/')) this.#anchors ??= anchorsIn(this.source);
    const from = targetOfReference(reference, this.#anchors);
    const value = from === undefined ? undefined : valueAt(this.source, from);
    const target = from === undefined || value === undefined ? undefined : { value, from };
    this.#targets.set(reference, target);
    return target;
  }

  /** A schema that takes what any of several takes, each of which stands in a place of its own. */
  union(parts: readonly Sourced[]): JsonObject {
    const anyOf = parts.map(({ value }) => value);
    this.#unions.set(
      anyOf,
      parts.map(({ from }) => from),
    );
    return { anyOf };
  }

  /** The places of alternatives that `union` put together. */
  placesOf(alternatives: readonly Json[]): readonly Pointer[] | undefined {
    return this.#unions.get(alternatives);
  }

  /** Whether there is room for one more nested value; refuses the document when there is not. */
  enter({ from, depth }: Place): boolean {
    this.#nodes += 1;
    if (depth <= DEEPEST && this.#nodes <= MOST_NODES) return true;
    if (!this.#full)
      this.refuse(from, 'nesting', 'The document is nested too deep, or repeats too much, to be converted');
    this.#full = true;
    return false;
  }

  /** Runs while alternatives are joined; undefined when they stand within too many others. */
  choose<T>(join: () => T): T | undefined {
    if (this.#choosing >= MOST_CHOICES) return undefined;
    this.#choosing += 1;
    const joined = join();
    this.#choosing -= 1;
    return joined;
  }

  /** Runs while a reference is written out in place; undefined when it is already being written out. */
  inline<T>(target: Pointer, write: () => T): T | undefined {
    if (this.#inlining.has(target)) return undefined;
    this.#inlining.add(target);
    const written = write();
    this.#inlining.delete(target);
    return written;
  }
}

/** The same part may be converted for several operations: it is reported once. */
function record(reports: Map<string, Loss>, loss: Loss): void {
  const key = `${loss.pointer}\n${loss.construct}`;
  if (!reports.has(key)) reports.set(key, loss);
}

/** The place of a member, whose counterpart has the same name unless another is given. */
export function memberPlace(place: Place, key: string | number, target: string | number = key): Place {
  const step = child('', key);
  const isSame = key === target;
  const to = place.to + (isSame ? step : child('', target));
  return { from: place.from + step, to, depth: place.depth + 1, isKnown: isSame && place.isKnown === true };
}

/** The same place of the result, for what stands elsewhere in the source. */
export function movedPlace({ to, depth }: Place, from: Pointer): Place {
  return { from, to, depth };
}

export type Entry = readonly [key: string, value: Json];

/** A value with its place in the source. */
export interface Sourced {
  readonly value: Json;
  readonly from: Pointer;
}
