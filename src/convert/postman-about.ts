import type { JsonObject } from '../domain/json.ts';
import { quoted } from './openapi-3-wording.ts';
import type { PostmanCollection } from './postman-model.ts';
import type { PostmanReport } from './postman-report.ts';
import { asSentence, plainWords, shortened } from './postman-text.ts';

const LONGEST_TITLE = 30;
const LONGEST_DESCRIPTION = 500;

/** Title, description and version, as makers see them in the list of connectors. */
export function aboutOf(collection: PostmanCollection, report: PostmanReport): JsonObject & { readonly title: string } {
  const title = titleOf(collection.name);
  if (title !== collection.name) report.derive('title', title, `The collection is called ${quoted(collection.name)}`);
  const written = plainWords(collection.description);
  const description = /\p{L}{2}/u.test(written)
    ? asSentence(shortened(written, LONGEST_DESCRIPTION))
    : `Operations of ${title}.`;
  if (written.length > LONGEST_DESCRIPTION) {
    const message = `The description has ${written.length} characters, and makers see ${LONGEST_DESCRIPTION}: the rest is left out`;
    report.note('', 'description', message, 'Put the whole text into README.md');
  }
  return { title, description, version: collection.version ?? '1.0' };
}

/** Without words that say what everything in the list is, and at most 30 characters. */
function titleOf(name: string): string {
  const words = plainWords(name)
    .replace(/\b(?:APIs?|connector|(?:postman )?collection|postman|rest|public|docs|documentation)\b/gi, ' ')
    .replace(/[([{]\s*(?:v?\d[\d.]*)?\s*[)\]}]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
  const title = shortened(/\p{L}{2}/u.test(words) ? words : plainWords(name), LONGEST_TITLE).replace(
    /[^\p{L}\p{N})]+$/u,
    '',
  );
  return title === '' ? 'Imported' : title;
}
