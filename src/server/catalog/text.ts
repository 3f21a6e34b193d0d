/**
 * Text of a connector as a page shows it: what cannot be seen, or turns the reading direction of what follows, is dropped.
 * Joiners stay where scripts and emoji need them (after a letter without case, a mark or a pictogram).
 * No more than four combining marks in a row, so that a title stays in its line.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, (unseen, offset: number, whole: string) =>
      isNeeded(unseen, whole.slice(Math.max(0, offset - 2), offset)) ? unseen : '',
    )
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');
}

/** Text that must be told apart to the letter (a name, a path, a default): what cannot be seen is written out, as `\u{202E}`. */
export function exactText(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{DI}\p{Zl}\p{Zp}\uFFF9-\uFFFB]/gu, (unseen) => `\\u{${codeOf(unseen)}}`);
}

/** At most `length` UTF-16 units, never half a character; `cut` tells whether something is missing. */
export function cutText(text: string, length: number): { readonly text: string; readonly cut: boolean } {
  if (text.length <= length) return { text, cut: false };
  const start = text.slice(0, length);
  const last = start.charCodeAt(length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return { text: isHalf ? start.slice(0, -1) : start, cut: true };
}

// DI is Default_Ignorable_Code_Point: bidirectional controls, zero-width characters, fillers, tags, variation selectors.
const UNSEEN = /[\p{Cc}\p{DI}\uFFF9-\uFFFB]/gu;

/** Whether something invisible has a use where it stands; `before` ends with the character before it. */
function isNeeded(unseen: string, before: string): boolean {
  if (unseen === '\n' || unseen === '\t') return true;
  if (unseen === EMOJI_STYLE) return /\p{Extended_Pictographic}$/u.test(before);
  if (unseen !== JOINER && unseen !== NON_JOINER) return false;
  return before.endsWith(EMOJI_STYLE) || /(\p{Lo}|\p{M}|\p{Extended_Pictographic})$/u.test(before);
}

const EMOJI_STYLE = '\uFE0F';
const JOINER = '\u200D';
const NON_JOINER = '\u200C';

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
