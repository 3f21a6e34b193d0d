import type { Json } from '../domain/json.ts';
import { onlyPairs, type Match } from './match.ts';

/** What is gone or new, in the respects that tell whether one is the other under another name. */
export interface Nameable {
  readonly name: string;
  /** Canonical text of everything that a rename keeps: type, format, fields, values, whether it is required. */
  readonly shape: string;
  /** Whether the shape is so much that two things hardly have it by chance. */
  readonly rich: boolean;
  readonly texts: readonly (Json | undefined)[];
}

/** Names are compared letter by letter only among so few: no work that grows with the square of a document. */
const MOST_COMPARED = 12;
/** A shorter text ("ID", "Name") says too little. */
const SHORTEST_TEXT = 8;

/**
 * Pairs what is gone with what is new where both have the same shape and one more thing in common: the name but for case and
 * punctuation, a text that nobody else has, a shape rich enough, or all letters but one or two. Whatever could be paired in two ways is not.
 * From b to a it finds the same pairs as from a to b.
 */
export function probableRenames<T extends Nameable>(removed: readonly T[], added: readonly T[]): Match<T>[] {
  const pairs: Match<T>[] = [];
  let [older, newer] = [removed, added];
  for (const keyOf of KEYS) {
    if (older.length === 0 || newer.length === 0) return pairs;
    const found = onlyPairs(older, newer, keyOf);
    pairs.push(...found);
    older = without(older, new Set(found.map(({ before }) => before)));
    newer = without(newer, new Set(found.map(({ after }) => after)));
  }
  return [...pairs, ...alikePairs(older, newer)];
}

type KeyOf = (one: Nameable) => string | undefined;

const KEYS: readonly KeyOf[] = [
  ({ name, shape }) => (letters(name) === '' ? undefined : `${letters(name)} ${shape}`),
  textKey(0),
  textKey(1),
  ({ rich, shape }) => (rich ? shape : undefined),
];

/** `user_id`, `userId` and `User-ID` are the same letters. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function textKey(index: number): KeyOf {
  return ({ texts, shape }) => {
    const text = texts[index];
    if (typeof text !== 'string' || text.length < SHORTEST_TEXT) return undefined;
    return `${text.toLowerCase().trim()} ${shape}`;
  };
}

function without<T>(all: readonly T[], taken: ReadonlySet<T>): readonly T[] {
  return taken.size === 0 ? all : all.filter((one) => !taken.has(one));
}

function alikePairs<T extends Nameable>(older: readonly T[], newer: readonly T[]): Match<T>[] {
  if (older.length > MOST_COMPARED || newer.length > MOST_COMPARED) return [];
  const pairs = older.flatMap((before) =>
    newer.filter((after) => isAlike(before, after)).map((after) => ({ before, after })),
  );
  return pairs.filter(
    ({ before, after }) => pairs.filter((other) => other.before === before || other.after === after).length === 1,
  );
}

/** One letter in five may differ, never a digit: `address1` and `address2` are two things. */
function isAlike(before: Nameable, after: Nameable): boolean {
  if (before.shape !== after.shape) return false;
  const [one, two] = [letters(before.name), letters(after.name)];
  const longest = Math.max(one.length, two.length);
  if (longest < 5 || longest > 64 || digits(one) !== digits(two)) return false;
  return distance(one, two) * 5 <= longest;
}

function digits(name: string): string {
  return name.replace(/\D/g, '');
}

/** How many letters must be put in, taken out or replaced to get from one to the other. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= two.length; column += 1) {
      const same = one[line - 1] === two[column - 1];
      const diagonal = (row[column - 1] ?? 0) + (same ? 0 : 1);
      next.push(Math.min(diagonal, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[two.length] ?? 0;
}
