import { Failure } from '../../domain/failure.ts';
import type { JsonObject } from '../../domain/json.ts';
import { tagCounts } from './choose-operations.ts';
import { writtenOperations } from './operation-values.ts';
import { publishedView } from './published-view.ts';

/** What the products take of one connector. */
export const MOST_OPERATIONS = 256;
const MOST_BYTES = 1024 * 1024;

/** What of a document is more than the products take, in words; undefined when it fits. */
export function excessOf(document: JsonObject): string | undefined {
  const count = writtenOperations(document).length;
  if (count > MOST_OPERATIONS) return `${count} operations, and a connector takes ${MOST_OPERATIONS}`;
  const bytes = Buffer.byteLength(JSON.stringify(publishedView(document).document));
  return bytes > MOST_BYTES ? `${megabytes(bytes)} MB in OpenAPI 2.0, and a connector takes 1 MB` : undefined;
}

/** @throws Failure (`usage`) for a document without operations, or with more than a connector takes. */
export function refuseExcess(source: string, document: JsonObject): void {
  if (writtenOperations(document).length === 0) {
    throw new Failure('usage', `"${source}" has no operation under "paths"`, {
      hint: 'A connector needs at least one',
    });
  }
  const excess = excessOf(document);
  if (excess === undefined) return;
  const tags = [...tagCounts(document)].slice(0, 12).map(([tag, count]) => `${tag || '(none)'} ${count}`);
  const [first] = writtenOperations(document);
  const example = `${first?.verb.toUpperCase()} ${first?.path}`;
  const hint =
    tags.length > 1
      ? `Choose some with --tag or --operation; tags: ${tags.join(', ')}`
      : `Choose some with --operation, by id or as "${example}"`;
  throw new Failure('usage', `"${source}" has ${excess}`, { hint });
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
