import { isMadeUp } from './made-up.ts';
import { proseSecrets } from './prose-secrets.ts';
import { SECRET_KINDS } from './secret-kinds.ts';
import type { SecretKind } from './secret-kind.ts';
import { forEachTokenRun } from './token-runs.ts';

/** A secret in a text. */
export interface FoundSecret {
  /** With its article: `a GitHub token`. */
  readonly kind: string;
  /** UTF-16 units from the start of the text, of the secret itself. */
  readonly start: number;
  readonly end: number;
}

// What tells the kind may stand before the run that holds the secret, and the secret itself behind a run that names it.
const BEFORE = 60;
const BEHIND = 400;

const NONE: readonly FoundSecret[] = [];
const ANCHORS = SECRET_KINDS.map(({ anchor }) => new RegExp(anchor));
const ANY_ANCHOR = new RegExp(SECRET_KINDS.map(({ anchor }) => anchor).join('|'));

/**
 * The secrets of known kinds in a text, in its order, none inside another. Placeholders and the tokens of textbooks are none.
 * One pass over the text, and a closer look at the few places that could hold one.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  let found: FoundSecret[] | undefined;
  forEachTokenRun(text, (start, end) => {
    if (ANY_ANCHOR.test(text.slice(start, end))) (found ??= []).push(...secretsAt(text, start, end));
  });
  const prose = proseSecrets(text);
  if (prose.length > 0) (found ??= []).push(...prose);
  if (found === undefined) return NONE;
  return found.length < 2 ? found : withoutOverlaps(found);
}

function secretsAt(text: string, start: number, end: number): FoundSecret[] {
  const run = text.slice(start, end);
  const from = Math.max(0, start - BEFORE);
  const view = text.slice(from, end + BEHIND);
  return SECRET_KINDS.flatMap((kind, index) => {
    if (ANCHORS[index]?.test(run) !== true) return [];
    return matchesOf(kind, view).map(([first, last]) => ({ kind: kind.name, start: from + first, end: from + last }));
  });
}

function matchesOf({ pattern, isReal = isNotMadeUp }: SecretKind, view: string): (readonly [number, number])[] {
  return [...view.matchAll(pattern)].flatMap((match) => {
    const secret = match[1] ?? match[0];
    if (!isReal(secret) || isMadeUp(secret)) return [];
    return [match.indices?.[1] ?? [match.index, match.index + secret.length]];
  });
}

function isNotMadeUp(secret: string): boolean {
  return !isMadeUp(secret);
}

function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  let reached = 0;
  return found
    .toSorted((one, two) => one.start - two.start || two.end - one.end)
    .filter(({ start, end }) => {
      const isApart = start >= reached;
      if (isApart) reached = end;
      return isApart;
    });
}
