import { quote, quoteChoice } from './quote.ts';

/** The first names of many in a sentence: `"a", "b", "c" and 4 more`. */
export function quoteSome(names: readonly string[], most = 3): string {
  if (names.length <= most) return quoteChoice(names, 'and');
  return `${names.slice(0, most).map(quote).join(', ')} and ${names.length - most} more`;
}
