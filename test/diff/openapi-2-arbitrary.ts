import * as fc from 'fast-check';
import type { JsonObject } from '../../src/domain/json.ts';

// OpenAPI 2.0 documents with definitions that name each other, for the laws of comparing.

const record = (value: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]): fc.Arbitrary<JsonObject> =>
  fc.record(value, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<JsonObject>;

const names = fc.constantFrom('id', 'name', 'when', 'lines', 'a/b', '~', 'constructor');
const visibility = fc.constantFrom('', 'advanced', 'important', 'internal');

const scalar = fc.oneof(
  record(
    {
      type: fc.constant('string'),
      format: fc.constantFrom('date', 'date-time', 'byte'),
      default: fc.constantFrom('a', 'b'),
    },
    ['type'],
  ),
  record(
    { type: fc.constant('string'), enum: fc.constantFrom(['a'], ['a', 'b'], ['b']), 'x-ms-visibility': visibility },
    ['type', 'enum'],
  ),
  record(
    {
      type: fc.constantFrom('integer', 'number', 'boolean'),
      description: fc.constantFrom('One', 'Two'),
      'x-nullable': fc.boolean(),
    },
    ['type'],
  ),
  record({ maximum: fc.nat(5), title: fc.constantFrom('One', 'Two') }, []),
);

const reference = fc.constantFrom('A', 'B', 'C').map((name) => ({ $ref: `#/definitions/${name}` }));

const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    reference,
    record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(names, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(names, { maxLength: 2 }),
        additionalProperties: tie('schema'),
      },
      ['properties'],
    ),
    record({ type: fc.constant('array'), items: tie('schema') }, ['type', 'items']),
    record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }, ['allOf']),
  ),
}));

const parameter = fc.oneof(
  fc
    .tuple(names, scalar, fc.constantFrom('query', 'header'), fc.boolean())
    .map(([name, type, location, required]): JsonObject =>
      Object.assign({ type: 'string' }, type, { name, in: location, required }),
    ),
  fc.constant({ $ref: '#/parameters/Shared' }),
);

const operation = fc
  .record(
    {
      parameters: fc.uniqueArray(parameter, { maxLength: 3, selector: (one) => ('name' in one ? one.name : 'shared') }),
      body: schema,
      result: schema,
      code: fc.constantFrom('200', '201', 'default'),
    },
    { requiredKeys: ['parameters'], noNullPrototype: true },
  )
  .map(({ parameters, body, result, code }) => ({
    parameters: [
      ...(parameters as JsonObject[]),
      ...(body === undefined ? [] : [{ name: 'body', in: 'body', required: true, schema: body }]),
    ],
    responses: { [code ?? '200']: { description: 'OK', ...(result === undefined ? {} : { schema: result }) } },
  }));

/** Whether a definition is part of itself, by `$ref` and `allOf` alone: such a schema means nothing, and written out it means something else. */
function isPartOfItself(definitions: JsonObject): boolean {
  const partsOf = (value: unknown): string[] => {
    const { $ref, allOf } = value as JsonObject;
    if (typeof $ref === 'string') return [$ref.replace('#/definitions/', '')];
    return Array.isArray(allOf) ? allOf.flatMap(partsOf) : [];
  };
  const leadsTo = (from: string, to: string, depth: number): boolean =>
    partsOf(definitions[from]).some((next) => next === to || (depth > 0 && leadsTo(next, to, depth - 1)));
  return Object.keys(definitions).some((name) => leadsTo(name, name, 2));
}

/** Documents over the same few operations, so that two of them have much in common. */
export const openApi2: fc.Arbitrary<JsonObject> = fc
  .record({
    operations: fc.uniqueArray(
      fc.tuple(fc.constantFrom('get', 'put', 'post'), fc.constantFrom('/a', '/b/{id}'), operation),
      { maxLength: 4, selector: ([verb, path]) => `${verb} ${path}` },
    ),
    definitions: fc
      .record({ A: schema, B: schema, C: schema }, { noNullPrototype: true })
      .filter((definitions) => !isPartOfItself(definitions)),
    shared: scalar,
  })
  .map(({ operations, definitions, shared }) => {
    const paths: Record<string, Record<string, JsonObject>> = {};
    for (const [verb, path, value] of operations) {
      const operationId = `${verb}${path.replace(/\W/g, '')}`;
      paths[path] = { ...paths[path], [verb]: { operationId, ...value } };
    }
    const parameters = { Shared: { ...shared, type: shared['type'] ?? 'string', name: 'shared', in: 'query' } };
    return { swagger: '2.0', info: { title: 'A', version: '1' }, paths, definitions, parameters };
  });
