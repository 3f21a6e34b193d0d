import { isArray, isObject, stringMember, type Json, type JsonObject } from '../../src/domain/json.ts';
import { isInternal, operationsOf, type Operation } from '../../src/domain/operation.ts';

const MOST_OPERATIONS = 10;

/** The first operations of an OpenAPI 2.0 document that send no body, said in 3.0: what a team would write whose tools know nothing else. */
export function openApi3Of(document: JsonObject): JsonObject {
  const operations = operationsOf(document).filter(canBeSaid).slice(0, MOST_OPERATIONS);
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) paths[operation.path] = { ...paths[operation.path], ...saidIn3(operation) };
  const url = `https://${stringMember(document, 'host') ?? 'probe.example'}${stringMember(document, 'basePath') ?? ''}`;
  return { openapi: '3.0.3', info: document['info'] ?? {}, servers: [{ url }], paths };
}

function canBeSaid({ id, value, kind, parameters }: Operation): boolean {
  const isPlain = parameters.every(
    ({ location, value: one }) => location === 'query' || (location === 'path' && !isArray(one['type'])),
  );
  return id !== undefined && kind === 'action' && isPlain && !isInternal(value);
}

function saidIn3({ id = '', verb, value, parameters }: Operation): JsonObject {
  const { summary = 'Do it', description = 'Does it.' } = value;
  const said = parameters
    .filter(({ value: one }) => isObject(one))
    .map(({ name, location, required, value: one }): Json => ({
      name,
      in: location,
      ...(required ? { required } : {}),
      description: one['description'] ?? 'What to send.',
      schema: { type: 'string' },
    }));
  const responses = { '200': { description: 'Done', content: { 'application/json': { schema: { type: 'object' } } } } };
  return { [verb]: { operationId: id, summary, description, parameters: said, responses } };
}
