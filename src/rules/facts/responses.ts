import { isObject, member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { resolveReference, type Operation } from '../../domain/operation.ts';
import { isExtensionKey } from './path-template.ts';
import { isSameValue } from './same-value.ts';

/** One declared response of an operation, references followed. */
export interface Response {
  /** As written: `200`, `default`. */
  readonly key: string;
  /** A status from 200 to 299. */
  readonly isSuccess: boolean;
  readonly value: JsonObject;
  readonly schema: Json | undefined;
}

// There are 500 status codes and `default`.
const MOST = 600;
const KNOWN = new WeakMap<JsonObject, readonly Response[]>();

/** The responses of an operation, in their order. Read once, also where YAML aliases give many operations the same ones. */
export function responsesOf(operation: Operation, document: JsonObject | undefined): readonly Response[] {
  const responses = objectMember(operation.value, 'responses');
  if (responses === undefined || document === undefined) return [];
  const known = KNOWN.get(responses) ?? readResponses(responses, document);
  KNOWN.set(responses, known);
  return known;
}

function readResponses(responses: JsonObject, document: JsonObject): Response[] {
  const found: Response[] = [];
  for (const key in responses) {
    if (found.length >= MOST) break;
    const { value } = resolveReference(document, responses[key], '');
    if (!isObject(value) || isExtensionKey(key)) continue;
    found.push({ key, isSuccess: /^2\d\d$/.test(key), value, schema: member(value, 'schema') });
  }
  return found;
}

/** Whether the schemas of these responses, where they have one, are not all the same. */
export function differInSchema(responses: readonly Response[]): boolean {
  const [first, ...others] = responses.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  return first !== undefined && others.some((other) => !isSameValue(first, other));
}

export function successesOf(operation: Operation, document: JsonObject | undefined): readonly Response[] {
  return responsesOf(operation, document).filter(({ isSuccess }) => isSuccess);
}
