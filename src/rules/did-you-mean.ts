import { nearestKey } from '../schema/nearest-key.ts';

// Bounds what hostile names and long lists can cost.
const LONGEST = 100;
const MOST_CANDIDATES = 2000;

/** The candidate that a misspelt name most likely means; undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  return nearestKey(
    name,
    [...candidates].slice(0, MOST_CANDIDATES).filter((candidate) => candidate !== name),
  );
}

/** A hint that offers the nearest candidate, or else says what to do. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? otherwise : `Did you mean ${JSON.stringify(candidate)}?`;
}
