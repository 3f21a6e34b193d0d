// Takes GitHub's published OpenAPI document and keeps the few operations that we call, for the server in GitHub's place
// that the tests use. How to get the document (29 MB, so it is not a dependency):
//   npm pack @octokit/openapi@23.0.2 && tar xzOf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json > api.json
//   node scripts/extract-github-operations.ts api.json
import { readFileSync, writeFileSync } from 'node:fs';
import { arrayMember, entriesOf, isArray, isObject, member, objectMember, stringMember } from '../src/domain/json.ts';
import type { Json, JsonObject } from '../src/domain/json.ts';
import { pointerOfReference } from '../src/domain/operation.ts';
import { valueAt } from '../src/domain/pointer.ts';

const OUTPUT = 'test/fixtures/github/operations.json';
const USED = [
  'repos/get',
  'pulls/list',
  'pulls/create',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'actions/list-workflow-run-artifacts',
  'actions/download-artifact',
];

/** Words for people; and in answers `required` and `format`: a test server answers with the fields that we read, not with all. */
const WORDS = ['description', 'title', 'example', 'examples', 'externalDocs', 'x-github-breaking-changes'];
const ANSWER_WORDS = [...WORDS, 'required', 'format'];

function extract(document: JsonObject): Json {
  const found = entriesOf(document['paths']).flatMap(([path, pathItem]) =>
    entriesOf(pathItem)
      .filter(([, operation]) => USED.includes(stringMember(operation, 'operationId') ?? ''))
      .map(([method, operation]) => describeOperation(document, path, method, operation)),
  );
  if (found.length !== USED.length) throw new Error(`found ${found.length} of the ${USED.length} operations`);
  return {
    source:
      '@octokit/openapi 23.0.2, generated/api.github.com.json, MIT licence, (c) GitHub and the Octokit contributors',
    operations: found,
  };
}

function describeOperation(document: JsonObject, path: string, method: string, operation: Json): JsonObject {
  const parameters = (arrayMember(operation, 'parameters') ?? []).map((one) => inline(document, one, WORDS));
  const among = (place: string): JsonObject =>
    Object.fromEntries(
      parameters
        .filter((one) => member(one, 'in') === place)
        .map((one) => [stringMember(one, 'name') ?? '', member(one, 'schema') ?? {}]),
    );
  const body = inline(document, member(operation, 'requestBody') ?? null, WORDS);
  return {
    operationId: stringMember(operation, 'operationId') ?? '',
    method: method.toUpperCase(),
    path,
    pathParameters: among('path'),
    query: among('query'),
    body: jsonSchemaOf(body),
    answers: Object.fromEntries(
      entriesOf(member(operation, 'responses')).map(([status, answer]) => [
        status,
        jsonSchemaOf(inline(document, answer, ANSWER_WORDS)),
      ]),
    ),
  };
}

function jsonSchemaOf(holder: Json): Json {
  const content = objectMember(holder, 'content');
  return member(member(content, 'application/json'), 'schema') ?? null;
}

/** The value with references replaced by what they name; a reference inside itself becomes "anything". */
function inline(document: JsonObject, value: Json, without: readonly string[], inside: readonly string[] = []): Json {
  if (isArray(value)) return value.map((one) => inline(document, one, without, inside));
  if (!isObject(value)) return value;
  const reference = stringMember(value, '$ref');
  if (reference !== undefined) {
    const target = valueAt(document, pointerOfReference(reference) ?? '');
    return inside.includes(reference) ? {} : inline(document, target ?? {}, without, [...inside, reference]);
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !without.includes(key) || isPropertyNamed(key, inner))
      .map(([key, inner]) => [key, inline(document, inner, without, inside)]),
  );
}

/** A property may itself be called "title" or "description": then its value is a schema, not words. */
function isPropertyNamed(key: string, value: Json): boolean {
  return isObject(value) && key !== 'examples' && key !== 'externalDocs' && key !== 'example';
}

const [input] = process.argv.slice(2);
if (input === undefined) {
  console.error('Usage: node scripts/extract-github-operations.ts api.github.com.json');
  process.exit(2);
}
const document: unknown = JSON.parse(readFileSync(input, 'utf8'));
if (!isObject(document)) throw new Error(`${input} is not an OpenAPI document`);
writeFileSync(OUTPUT, `${JSON.stringify(extract(document), null, 1)}\n`);
