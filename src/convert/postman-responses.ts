import type { Json, JsonObject } from '../domain/json.ts';
import { headerOf } from './postman-fields.ts';
import type { PostmanExample } from './postman-model.ts';
import type { PostmanReport } from './postman-report.ts';
import { isJson, mediaType } from './postman-request-body.ts';
import { schemaOfSamples } from './postman-samples.ts';
import { asSentence, plainWords, shortened } from './postman-text.ts';

export interface ResponseParts {
  readonly responses: JsonObject;
  readonly produces: readonly string[];
}

/** Every status that a saved response has. All good answers share one schema, because designers show the fields of one; errors have none. */
export function responsesOf(examples: readonly PostmanExample[], report: PostmanReport): ResponseParts {
  const statuses = [...new Set(examples.map(({ status }) => status ?? 200))].toSorted((one, two) => one - two);
  const good = examples.filter(({ status = 200 }) => isGood(status) && status !== 204);
  const success = contentOf(good);
  for (const example of examples) noteRest(example, success, report);
  const all = statuses.some(isGood) ? statuses : [200, ...statuses];
  const entries = all.map((status): [string, JsonObject] => {
    const named = examples.filter((example) => (example.status ?? 200) === status);
    const hasSchema = good.some((example) => named.includes(example) && example.text.trim() !== '');
    const schema = hasSchema && success.schema !== undefined ? { schema: success.schema } : {};
    return [String(status), { description: descriptionOf(status, named), ...schema }];
  });
  return { responses: Object.fromEntries(entries), produces: success.type === '' ? [] : [success.type] };
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

interface Content {
  readonly schema: JsonObject | undefined;
  readonly type: string;
}

function contentOf(examples: readonly PostmanExample[]): Content {
  const samples = examples.flatMap(({ json }): readonly Json[] => (json === undefined ? [] : [json]));
  if (samples.length > 0) return { schema: schemaOfSamples(samples), type: 'application/json' };
  const other = examples.find(({ text }) => text.trim() !== '');
  if (other === undefined) return { schema: undefined, type: '' };
  const stated = mediaType(headerOf(other.headers, 'content-type'));
  const isBinary = /^(?:image|audio|video|font)\/|octet-stream|pdf|zip/.test(stated);
  return {
    schema: isBinary ? { type: 'string', format: 'binary' } : { type: 'string' },
    type: stated === '' || isJson(stated) ? 'text/plain' : stated,
  };
}

function noteRest(
  { pointer, text, json, status = 200 }: PostmanExample,
  success: Content,
  report: PostmanReport,
): void {
  if (text.trim() === '') return;
  if (!isGood(status)) {
    const message = `What the service answers with status ${status} is not described: designers show the fields of one answer`;
    report.note(pointer, 'response', message);
  } else if (success.type === 'application/json' && json === undefined) {
    report.lose(pointer, 'response', 'This saved response is no JSON as the others are, so it is left out');
  }
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [200, 'The request succeeded.'],
  [201, 'It has been created.'],
  [202, 'The request is accepted and will be worked on.'],
  [204, 'The request succeeded, and nothing comes back.'],
  [400, 'The request is not right.'],
  [401, 'The service does not know who calls.'],
  [403, 'The account may not do this.'],
  [404, 'There is no such thing.'],
  [409, 'It is not possible as things are now.'],
  [422, 'A value in the request is not right.'],
  [429, 'Too many requests were made.'],
  [500, 'The service failed.'],
]);

/** The name of a saved response where it says more than its status. */
function descriptionOf(status: number, examples: readonly PostmanExample[]): string {
  const name = examples.map((example) => plainWords(example.name)).find((text) => /\p{L}{2}.*\s.*\p{L}{2}/u.test(text));
  if (name !== undefined && examples.length === 1) return asSentence(shortened(name, 200));
  return (
    REASONS.get(status) ?? (isGood(status) ? 'The request succeeded.' : `The service answers with status ${status}.`)
  );
}
