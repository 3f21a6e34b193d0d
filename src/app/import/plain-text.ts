const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** One line of what somebody else wrote, without what nobody sees: control and format characters, and halves of characters. */
export function plainText(authored: string): string {
  // A tab or the end of a line stands between words.
  return authored.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();
}
