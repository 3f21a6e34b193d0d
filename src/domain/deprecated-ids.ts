import { member, type JsonObject } from './json.ts';
import { operationsOf } from './operation.ts';

/** Ids of the deprecated operations of an OpenAPI document, 2.0 or 3.x. */
export function deprecatedIds(openapi: JsonObject): ReadonlySet<string> {
  return new Set(
    operationsOf(openapi).flatMap(({ id, value }) =>
      id !== undefined && member(value, 'deprecated') === true ? [id] : [],
    ),
  );
}
