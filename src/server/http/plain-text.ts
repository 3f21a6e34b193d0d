import { Problem } from './problem.ts';

/**
 * One line of text that is safe to keep and to show: well-formed Unicode without control characters. Half of a surrogate pair would come back
 * from the database as something else, and the digest over it would no longer match.
 */
export function plainText(text: string, field: string): string {
  if (text.isWellFormed() && !/\p{Cc}/u.test(text)) return text;
  throw new Problem('request/invalid', `"${field}" holds a control character or half of a character`);
}
