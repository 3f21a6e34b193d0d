import { isObject, member, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { isInternal, type Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { targetOf } from '../facts/references.ts';
import { responsesOf, type Response } from '../facts/responses.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const VERBS_WITHOUT_RESULT: ReadonlySet<string> = new Set(['delete', 'head', 'options']);
const STATUSES_WITHOUT_BODY: ReadonlySet<string> = new Set(['204', '205']);

export const successResponseSchemaMissing: Rule = {
  code: 'operation/success-response-schema-missing',
  operation: (operation, { document }) => {
    if (!showsResult(operation)) return undefined;
    const successes = responsesOf(operation, document).filter(canHaveBody);
    const [first] = successes;
    if (first === undefined || successes.some(({ schema }) => saysSomething(schema, document))) return undefined;
    const what = first.schema === undefined ? 'does not describe' : 'has an empty schema for';
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'responses', first.key)),
        message: `${nameOf(operation)} ${what} what it answers with`,
        hint: 'Add a schema, so that later steps of a flow can use its fields; "204" says that nothing comes back',
      },
    ];
  },
};

/** A webhook's fields are those of its notification, and an agent protocol describes its own answers. */
function showsResult({ value, verb, pathItem }: Operation): boolean {
  if (isInternal(value) || VERBS_WITHOUT_RESULT.has(verb)) return false;
  const isElsewhere = member(pathItem, 'x-ms-notification-content') ?? member(value, 'x-ms-agentic-protocol');
  return isElsewhere === undefined;
}

function canHaveBody({ key, isSuccess }: Response): boolean {
  return isSuccess && !STATUSES_WITHOUT_BODY.has(key);
}

function saysSomething(schema: Json | undefined, document: JsonObject | undefined): boolean {
  const reference = stringMember(schema, '$ref');
  const target = reference === undefined ? undefined : targetOf(document, reference, 'schema');
  const value = target?.kind === 'found' ? target.value : schema;
  return isObject(value) && Object.keys(value).length > 0;
}
