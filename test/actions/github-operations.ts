import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, AnySchema>>;
  readonly query: Readonly<Record<string, AnySchema>>;
  readonly body: AnySchema | null;
  readonly answers: Readonly<Record<string, AnySchema | null>>;
}

export interface FoundOperation {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

const { operations } = JSON.parse(readFileSync('test/fixtures/github/operations.json', 'utf8')) as {
  readonly operations: readonly Operation[];
};
const ajv = new Ajv({ strict: false, coerceTypes: false });
addFormats.default(ajv);
// A name with its owner, which is GitHub's own format.
ajv.addFormat('repo.nwo', true);

export function operationNamed(operationId: string): Operation {
  return operations.find((one) => one.operationId === operationId)!;
}

/** The operation that GitHub documents for a method and a path, with what the path's parameters hold. */
export function findOperation(method: string, pathname: string): FoundOperation | undefined {
  for (const operation of operations) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    const match = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(pathname);
    if (operation.method !== method || match === null) continue;
    const values = match.slice(1).map((value) => decodeURIComponent(value));
    return { operation, parameters: Object.fromEntries(names.map((name, at) => [name, values[at]!])) };
  }
  return undefined;
}

/** What in a request is not as documented: parameters, query and body, unknown names included. */
export function violationsOf({ operation, parameters }: FoundOperation, url: URL, body: string | undefined): string[] {
  const where = operation.operationId;
  const path = Object.entries(parameters).flatMap(([name, value]) =>
    problems(`${where}: path ${name}`, operation.pathParameters[name], typed(operation.pathParameters[name], value)),
  );
  const query = [...url.searchParams].flatMap(([name, value]) =>
    Object.hasOwn(operation.query, name)
      ? problems(`${where}: query ${name}`, operation.query[name], typed(operation.query[name], value))
      : [`${where}: query ${name} is not documented`],
  );
  return [...path, ...query, ...bodyViolations(operation, body)];
}

/** Names in an answer that GitHub does not document, and values of another type: the fake must not promise more than GitHub. */
export function answerViolations(operationId: string, status: number, value: unknown): string[] {
  const schema = operationNamed(operationId).answers[String(status)];
  if (schema === null || schema === undefined) return [`${operationId} has no documented JSON answer ${status}`];
  return [
    ...problems(`${operationId} ${status}`, schema, value),
    ...unknownNames(schema, value, `${operationId} ${status}`),
  ];
}

function bodyViolations(operation: Operation, body: string | undefined): string[] {
  const where = `${operation.operationId}: body`;
  if (operation.body === null) return body === undefined ? [] : [`${where} is not documented`];
  if (body === undefined) return [`${where} is missing`];
  const value: unknown = JSON.parse(body);
  return [...problems(where, operation.body, value), ...unknownNames(operation.body, value, where)];
}

/** GitHub's schemas allow any further key, and GitHub ignores it: a misspelt one would pass in silence. */
function unknownNames(schema: unknown, value: unknown, where: string): string[] {
  const { properties, items } = (schema ?? {}) as { properties?: Record<string, unknown>; items?: unknown };
  if (Array.isArray(value)) return value.flatMap((one) => unknownNames(items, one, where));
  if (properties === undefined || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    Object.hasOwn(properties, name)
      ? unknownNames(properties[name], inner, `${where}.${name}`)
      : [`${where}.${name} is not documented`],
  );
}

function problems(where: string, schema: AnySchema | undefined, value: unknown): string[] {
  if (schema === undefined) return [`${where} is not documented`];
  if (ajv.validate(schema, value)) return [];
  return (ajv.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message}`);
}

/** Path and query hold text; a number in it is compared as one. */
function typed(schema: AnySchema | undefined, value: string): unknown {
  const type = (schema as { type?: string } | undefined)?.type;
  return type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
}
