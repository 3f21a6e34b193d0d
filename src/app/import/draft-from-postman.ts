import { connectorFromPostman, type PostmanOptions } from '../../convert/postman-to-connector.ts';
import type { JsonObject } from '../../domain/json.ts';
import { writtenAnew } from './apply-answers.ts';
import type { Draft } from './draft.ts';
import { postmanNotes } from './postman-notes.ts';

export interface PostmanInput extends PostmanOptions {
  readonly environments: readonly JsonObject[];
}

/** A Postman collection of any version; secrets of it and of its environments are replaced by references before anything else. */
export function draftFromPostman(collection: JsonObject, { environments, ...options }: PostmanInput): Draft {
  const imported = connectorFromPostman(collection, environments, options);
  const { openapi, losses, requests } = imported;
  // A collection has no colour: one of the host's own is proposed instead.
  const { iconBrandColor: _, ...native } = imported.native;
  const file = 'openapi.yaml';
  return {
    document: { file, text: writtenAnew(file, openapi), value: openapi },
    native,
    icon: undefined,
    readme: undefined,
    script: undefined,
    losses,
    // Requests have names, not ids.
    madeIds: requests.flatMap(({ operationId }) => operationId ?? []),
    notes: postmanNotes(imported),
    details: imported.notes,
  };
}
