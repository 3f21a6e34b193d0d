const WORDS =
  /example|sample|your|placeholder|redacted|dummy|change_?me|insert|replace|secret_?here|(.)\1{5}|0123456|1234567|abcdefg|deadbeef/i;

/** Whether a token is one that people write to show its form: words in it, the alphabet, or few different characters. */
export function isMadeUp(token: string): boolean {
  return WORDS.test(token) || new Set(token).size < Math.min(10, token.length / 2);
}
