import { Failure } from '../../domain/failure.ts';
import { objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import type { Recognised } from '../recognise.ts';
import { withValue } from './apply-answers.ts';
import { bundledSource } from './bundled-source.ts';
import { chosenOperations, type OperationChoice } from './choose-operations.ts';
import { completeDocument } from './complete-document.ts';
import { draftFromPostman, type PostmanInput } from './draft-from-postman.ts';
import { draftFromOpenApi, type Draft } from './draft.ts';
import { writtenOperations } from './operation-values.ts';
import { plainName } from './read-source.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** What a kind of source is called in messages. */
export const KIND_WORDS: Readonly<Record<Recognised['kind'], string>> = {
  'openapi-2': 'OpenAPI 2.0',
  'openapi-3': 'OpenAPI 3',
  'postman-collection': 'a Postman collection',
  'postman-environment': 'a Postman environment',
  'arm-connector': 'an ARM resource',
  'api-properties': 'apiProperties.json',
};

/**
 * The connector that a document would be, with nothing decided yet.
 * `folder`: that from which the document's name leads to it; undefined for one that is not on this disk.
 * @throws Failure (`usage`) for one that is no connector by itself, or refers to a file that cannot be read.
 */
export function draftOfSource(document: Recognised, postman: PostmanInput, folder: string | undefined): Draft {
  const { kind, value } = document;
  if (kind === 'openapi-2' || kind === 'openapi-3') {
    const alone = draftFromOpenApi(document);
    const whole = folder === undefined ? alone : bundledSource(alone, folder, document.source);
    return completed(whole, document);
  }
  if (kind === 'postman-collection') return completed(draftFromPostman(value, postman), document);
  const hint = kind === 'postman-environment' ? { hint: 'Import the collection, with this file as --environment' } : {};
  throw new Failure('usage', `"${document.source}" is ${KIND_WORDS[kind]}, which cannot be imported by itself`, hint);
}

function completed(draft: Draft, source: Recognised): Draft {
  const title = stringMember(objectMember(draft.document.value, 'info'), 'title') ?? plainName(source.source);
  const named = new Set(idsOf(draft.document.value));
  const document = withValue(draft.document, completeDocument(draft.document.value, title));
  return {
    ...draft,
    document,
    losses: [...repeatedKeys(source), ...draft.losses],
    madeIds: draft.madeIds ?? idsOf(document.value).filter((id) => !named.has(id)),
  };
}

function idsOf(document: JsonObject): string[] {
  return writtenOperations(document).flatMap(({ value }) => stringMember(value, 'operationId') ?? []);
}

/** The draft with the operations that were chosen. @throws Failure (`usage`) for one that is not there. */
export function withChosenOperations(draft: Draft, choice: OperationChoice): Draft {
  return { ...draft, document: withValue(draft.document, chosenOperations(draft.document.value, choice)) };
}
