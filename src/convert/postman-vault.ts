import type { Pointer } from '../domain/pointer.ts';
import { findSecrets } from '../domain/secrets/find-secrets.ts';
import { referenceName } from './postman-secret-names.ts';
import { secretWords } from './postman-secret-words.ts';

/** A secret of the collection, by the name that stands for it. It never holds the value. */
export interface ReplacedSecret {
  /** As in `{secretRef: NAME}`; in texts `[NAME]`. */
  readonly name: string;
  /** Where it is in the collection; empty for one of an environment. */
  readonly pointer: Pointer;
}

const SHORTEST = 4;
/** From here on a secret is replaced also inside a longer word. */
const LONG = 8;

/** The secrets of an import: gathered while reading, and taken out of everything that is written. */
export class SecretVault {
  readonly #names = new Map<string, string>();
  readonly #replaced = new Map<string, ReplacedSecret>();
  readonly #patterns = new Map<boolean, RegExp>();
  /** Names and texts come up again and again: each is looked through once. */
  readonly #cleaned = { name: new Map<string, string>(), text: new Map<string, string>() };

  /** Those that were found, in the order in which they were. */
  get replaced(): readonly ReplacedSecret[] {
    return [...this.#replaced.values()];
  }

  /** Remembers the secrets in a value of which the place says that it is one: the value, and what it is made of. */
  add(value: string, name: string, pointer: Pointer): void {
    const words = secretWords(value).filter((word) => word.length >= SHORTEST);
    if (words.every((word) => this.#names.has(word))) return;
    const known = words.map((word) => this.#names.get(word)).find((one) => one !== undefined);
    const reference = known ?? this.#reference(name, pointer);
    for (const word of words) this.#names.set(word, reference);
    this.#patterns.clear();
    this.#cleaned.name.clear();
    this.#cleaned.text.clear();
  }

  /** A text without secrets: `[NAME]` in the place of each. */
  clean(text: string): string {
    return this.#once('text', text);
  }

  /**
   * The same for what the service calls things: a path, a field. There a password that is a plain word gives nothing away, and
   * replacing it would break the address.
   */
  cleanName(text: string): string {
    return this.#once('name', text);
  }

  /** Whether a part of an address is a secret. */
  isIn(name: string): boolean {
    return this.cleanName(name) !== name;
  }

  #once(sort: 'name' | 'text', text: string): string {
    if (text.length < SHORTEST) return text;
    const known = this.#cleaned[sort].get(text);
    if (known !== undefined) return known;
    const cleaned = this.#clean(text, sort === 'name');
    this.#cleaned[sort].set(text, cleaned);
    return cleaned;
  }

  #clean(text: string, isName: boolean): string {
    const pattern = this.#pattern(isName);
    const known = pattern === undefined ? text : text.replace(pattern, (secret) => this.#markOf(secret));
    let cleaned = '';
    let from = 0;
    for (const { kind, start, end } of findSecrets(known)) {
      const secret = known.slice(start, end);
      this.add(secret, kind.replace(/^an? /, ''), '');
      cleaned += known.slice(from, start) + this.#markOf(secret);
      from = end;
    }
    return from === 0 ? known : cleaned + known.slice(from);
  }

  #markOf(secret: string): string {
    return `[${this.#names.get(secret) ?? 'SECRET'}]`;
  }

  #reference(name: string, pointer: Pointer): string {
    const base = referenceName(name);
    let reference = base;
    for (let count = 2; this.#replaced.has(reference); count += 1) reference = `${base}_${count}`;
    this.#replaced.set(reference, { name: reference, pointer });
    return reference;
  }

  /** Longest first, so that none is cut by a shorter one inside it. */
  #pattern(isName: boolean): RegExp | undefined {
    const known = this.#patterns.get(isName);
    if (known !== undefined) return known;
    const words = [...this.#names.keys()].filter((word) => !isName || isUnlikeName(word));
    if (words.length === 0) return undefined;
    const ordered = words.toSorted((one, two) => two.length - one.length || (one < two ? -1 : 1));
    const pattern = new RegExp(ordered.map(patternOf).join('|'), 'g');
    this.#patterns.set(isName, pattern);
    return pattern;
  }
}

function isUnlikeName(word: string): boolean {
  return word.length >= LONG && !/^(?:[A-Za-z]+|\d+)$/.test(word);
}

function patternOf(secret: string): string {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return secret.length >= LONG ? escaped : `(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`;
}
