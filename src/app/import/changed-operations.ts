import type { JsonObject } from '../../domain/json.ts';
import { isSameJson } from '../../fix/same-json.ts';
import type { MergedReport } from '../../report/import-report.ts';
import { writtenOperations } from './operation-values.ts';
import { stringMember } from '../../domain/json.ts';

export interface ChangedOperations {
  readonly count: number;
  readonly changes: MergedReport['operations'];
}

/** What is different about the operations of a document, by their ids; one without an id is known by `GET /path`. */
export function changedOperations(before: JsonObject, after: JsonObject): ChangedOperations {
  const [old, now] = [byId(before), byId(after)];
  return {
    count: now.size,
    changes: {
      added: [...now.keys()].filter((id) => !old.has(id)),
      changed: [...now.keys()].filter((id) => old.has(id) && !isSameJson(old.get(id), now.get(id))),
      removed: [...old.keys()].filter((id) => !now.has(id)),
    },
  };
}

/** With the path, which may be all that changed. */
function byId(document: JsonObject): Map<string, JsonObject> {
  return new Map(
    writtenOperations(document).map(({ path, verb, value }) => [
      stringMember(value, 'operationId') ?? `${verb.toUpperCase()} ${path}`,
      { path, verb, value },
    ]),
  );
}
