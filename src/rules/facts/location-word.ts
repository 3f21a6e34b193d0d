import { quote } from '../quote.ts';

const LOCATIONS: ReadonlySet<string> = new Set(['query', 'path', 'header', 'body', 'formData']);

/** The location of a parameter inside a sentence: a word when it is one of OpenAPI's, else quoted, because it can be any text. */
export function locationWord(location: string | undefined): string {
  return location === undefined || LOCATIONS.has(location) ? String(location) : quote(location);
}
