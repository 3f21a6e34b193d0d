import { connectorFromPostman, type PostmanOptions } from '../../convert/postman-to-connector.ts';
import type { JsonObject } from '../../domain/json.ts';
import { plural } from '../../report/printable.ts';
import { writtenAnew } from './apply-answers.ts';
import type { Draft } from './draft.ts';

/** What a person sees and can change anyway. */
const ASKED: ReadonlySet<string> = new Set(['title', 'host', 'brand-color']);

export interface PostmanInput extends PostmanOptions {
  readonly environments: readonly JsonObject[];
}

/** A Postman collection of any version; secrets of it and of its environments are replaced by references before anything else. */
export function draftFromPostman(collection: JsonObject, { environments, ...options }: PostmanInput): Draft {
  const { openapi, native, losses, notes, derived, secrets, otherHosts, requests } = connectorFromPostman(
    collection,
    environments,
    options,
  );
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
    notes: [
      ...secrets.map(({ name }) => `A secret of the collection is left out; ${name} stands for it`),
      ...otherHosts.map(
        ({ host, requests }) =>
          `Left out: ${plural(requests, 'request')} to ${host}; --host makes a connector of that one`,
      ),
      ...derived.filter(({ what }) => !ASKED.has(what)).map(({ what, value, from }) => `${what}: ${value}. ${from}`),
      ...notes.map(({ message }) => message),
    ],
  };
}
