import { canonicalText } from '../diff/canonical-text.ts';
import type { Json } from '../domain/json.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';

/** Characters that are shown of a value. */
const LONGEST = 240;
/** Of a long value, what is shown before the first difference. */
const LEAD = 40;
/** Characters of a value that are looked through. */
const READ = 100_000;

/** What two values look like in a report: JSON on one line, secrets starred out, of long ones the part where they begin to differ. */
export interface Excerpts {
  readonly before?: string;
  readonly after?: string;
}

export function excerptsOf(before: Json | undefined, after: Json | undefined): Excerpts {
  const [from, to] = [textOf(before), textOf(after)];
  const start = from === undefined || to === undefined ? 0 : firstDifference(from, to);
  const skip = start > LEAD && Math.max(from?.length ?? 0, to?.length ?? 0) > LONGEST ? start - LEAD : 0;
  return {
    ...(from === undefined ? {} : { before: cut(from, skip) }),
    ...(to === undefined ? {} : { after: cut(to, skip) }),
  };
}

/** Secrets are looked for before anything is cut: half a secret looks like none. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, READ)) : canonicalText(value).slice(0, READ);
  return maskSecrets(text);
}

function firstDifference(one: string, two: string): number {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  return at;
}

function cut(text: string, skip: number): string {
  const from = isInside(text, skip) ? skip + 1 : skip;
  const to = isInside(text, from + LONGEST) ? from + LONGEST - 1 : from + LONGEST;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** Whether a cut would go between the two halves of a character outside the basic plane. */
function isInside(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
}
