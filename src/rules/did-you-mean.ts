import { nearestKey } from '../schema/nearest-key.ts';
import type { Guess } from './rule.ts';

// Bounds what hostile names and long lists can cost.
const LONGEST = 100;
const MOST_CANDIDATES = 500;

/** The candidate that a misspelt name most likely means; undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  return nearestKey(
    name,
    [...firstOf(candidates)].filter((candidate) => candidate !== name),
  );
}

function* firstOf(candidates: Iterable<string>): Iterable<string> {
  let count = 0;
  for (const candidate of candidates) {
    count += 1;
    if (count > MOST_CANDIDATES) return;
    yield candidate;
  }
}

/** A hint that offers the nearest candidate, or else says what to do. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): Guess {
  return guessed(name, candidates, (candidate) => `Did you mean ${JSON.stringify(candidate)}?`, otherwise);
}

/** A hint made from the nearest candidate, or else another. */
export function guessed(
  name: string,
  candidates: Iterable<string>,
  words: (candidate: string) => string,
  otherwise: string,
): Guess {
  const guess = (): string | undefined => {
    const candidate = nearest(name, candidates);
    return candidate === undefined ? undefined : words(candidate);
  };
  return { guess, otherwise };
}
