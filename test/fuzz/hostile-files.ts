import type { Json, JsonObject } from '../../src/domain/json.ts';
import { documentOf, operationOf } from '../rules/connector-of.ts';
import type { Files } from './judge-files.ts';

const PROPERTIES = JSON.stringify({ properties: { iconBrandColor: '#0a7d55', connectionParameters: {} } });

function microsoft(definition: string, properties = PROPERTIES): Files {
  return { 'connector/apiDefinition.swagger.json': definition, 'connector/apiProperties.json': properties };
}

function native(openapi: string, connector = 'publisher: Contoso\n'): Files {
  return { 'connector/openapi.yaml': openapi, 'connector/connector.yaml': connector };
}

function json(members: JsonObject): Files {
  return microsoft(JSON.stringify(documentOf(members)));
}

function many(length: number, entry: (index: number) => [string, Json]): JsonObject {
  return Object.fromEntries(Array.from({ length }, (_, index) => entry(index)));
}

function list<Entry extends Json>(length: number, entry: (index: number) => Entry): Entry[] {
  return Array.from({ length }, (_, index) => entry(index));
}

function withBody(schema: Json, definitions: JsonObject = {}): Files {
  const parameters = [{ name: 'b', in: 'body', schema }];
  return json({ definitions, paths: { '/a': { post: operationOf('A', { parameters }) } } });
}

/** Files that once took minutes or all memory somewhere, in us or in others: each near the size that the products accept. */
export const HOSTILE: Readonly<Record<string, () => Files>> = {
  'JSON ten thousand deep': () => microsoft(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  'arrays ten thousand deep in properties': () =>
    microsoft('{"swagger":"2.0"}', `{"properties":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`),
  'YAML ten thousand deep': () => native(`a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  'YAML indented a thousand deep': () => native(list(1000, (i) => `${' '.repeat(i)}a:`).join('\n')),
  'definitions that name each other': () =>
    withBody(
      { $ref: '#/definitions/A' },
      {
        A: { properties: { b: { $ref: '#/definitions/B' } } },
        B: { allOf: [{ $ref: '#/definitions/A' }], items: { $ref: '#/definitions/B' } },
        C: { $ref: '#/definitions/C' },
      },
    ),
  'definitions that all name all': () =>
    withBody(
      { $ref: '#/definitions/D0' },
      many(120, (i) => [`D${i}`, { properties: many(120, (j) => [`p${j}`, { $ref: `#/definitions/D${j}` }]) }]),
    ),
  'definitions that double at each step': () =>
    withBody(
      { $ref: '#/definitions/D0' },
      many(400, (i) => [
        `D${i}`,
        {
          required: ['a', 'b'],
          properties: { a: { $ref: `#/definitions/D${i + 1}` }, b: { $ref: `#/definitions/D${i + 1}` } },
        },
      ]),
    ),
  'a chain of ten thousand references': () =>
    withBody(
      { $ref: '#/definitions/D0' },
      many(10_000, (i) => [`D${i}`, { $ref: `#/definitions/D${i + 1}` }]),
    ),
  'an alias bomb': () =>
    native(['a0: &a0 [1]', ...list(60, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)].join('\n')),
  'an alias bomb in connector.yaml': () =>
    native('swagger: "2.0"', ['a0: &a0 [1]', ...list(60, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)].join('\n')),
  'many aliases of one schema': () =>
    native(
      `swagger: "2.0"\nx-a: &a {type: object, properties: {${list(300, (i) => `p${i}: {type: strng}`).join(', ')}}}\n` +
        `definitions:\n${list(1000, (i) => `  D${i}: *a`).join('\n')}`,
    ),
  'an alias inside what it names': () => native('swagger: "2.0"\ndefinitions: &d\n  A: *d\n'),
  'reserved keys': () =>
    microsoft(
      '{"swagger":"2.0","__proto__":{"paths":{}},"definitions":{"__proto__":{"type":"object"},"constructor":{"prototype":{}}}}',
    ),
  'names of what every object has': () =>
    json({
      definitions: {
        constructor: { type: 'object' },
        toString: { type: 'string' },
        valueOf: { $ref: '#/definitions/hasOwnProperty' },
      },
      paths: { '/constructor/{toString}': { get: operationOf('constructor'), post: operationOf('toString') } },
    }),
  'patterns that backtrack': () =>
    withBody({
      type: 'object',
      properties: many(200, (i) => [
        `p${i}`,
        { type: 'string', pattern: `^(a+)+$${i}`, default: `${'a'.repeat(5000)}!`, enum: [`${'a'.repeat(5000)}!`] },
      ]),
    }),
  'names and texts that make patterns backtrack': () =>
    json({
      host: `${'a.'.repeat(50_000)}-`,
      basePath: `/${'/'.repeat(50_000)}`,
      info: {
        title: ' '.repeat(50_000) + 'x',
        version: '1.'.repeat(50_000),
        contact: { email: 'a@'.repeat(30_000), url: `http://${'a:'.repeat(30_000)}` },
      },
      paths: {
        [`/${'{a'.repeat(30_000)}`]: { get: operationOf('A'.repeat(50_000)) },
        [`/${'a/'.repeat(30_000)}`]: {
          get: operationOf(`${'a_'.repeat(30_000)}!`, {
            summary: '. '.repeat(30_000),
            description: '-'.repeat(60_000),
          }),
        },
      },
    }),
  'remote references': () =>
    withBody(
      { $ref: 'http://127.0.0.1:9/a.json#/definitions/A' },
      { A: { $ref: 'file:///etc/passwd' }, B: { $ref: '//remote.example/b' } },
    ),
  'one string of a megabyte': () => json({ info: { title: 'x'.repeat(1_000_000), version: '1' } }),
  'a key of a megabyte': () => json({ definitions: { ['k'.repeat(1_000_000)]: { $ref: '#/definitions/k' } } }),
  'lone surrogates and NUL': () =>
    microsoft(
      '{"swagger":"2.0","info":{"title":"\\ud800","version":"\\u0000"},"paths":{"/\\udfff{\\u0000}":{"get":{"operationId":"\\ud83d","responses":{}}}}}',
    ),
  'raw NUL bytes': () => native('swagger: "2.0"\ninfo:\n  title: "a\u0000b"\n'),
  'nothing but NUL bytes': () => microsoft('\u0000'.repeat(500_000)),
  'three thousand operations': () =>
    json({ paths: many(3000, (i) => [`/p${i}/{id}`, { get: operationOf(`Get${i}`), put: operationOf(`Get${i}`) }]) }),
  'an enum of fifty thousand': () =>
    withBody({
      type: 'string',
      enum: list(50_000, (i) => i),
      default: 'a',
      'x-ms-enum-values': list(5000, (i) => ({ value: i })),
    }),
  'an enum of large objects': () => withBody({ enum: list(2000, (i) => ({ a: list(50, (j) => i + j) })) }),
  'twenty thousand parameters of one name': () =>
    json({
      paths: {
        '/a': {
          get: operationOf('A', { parameters: list(15_000, () => ({ name: 'p', in: 'query', type: 'strng' })) }),
        },
      },
    }),
  'ten thousand misspelt keys': () => json(many(10_000, (i) => [`definition${i}`, {}])),
  'ten thousand misspelt extensions': () => json(many(10_000, (i) => [`x-ms-sumary${i}`, {}])),
  'ten thousand names that are nearly right': () =>
    withBody(
      { properties: many(5000, (i) => [`p${i}`, { $ref: `#/definitions/Name${i}x` }]) },
      many(5000, (i) => [`Name${i}`, { type: 'object' }]),
    ),
  'dynamic values that wait for each other': () =>
    json({
      paths: many(800, (i) => [
        `/p${i}`,
        {
          get: operationOf(`Get${i}`, {
            parameters: list(5, (j) => ({
              name: `q${j}`,
              in: 'query',
              type: 'string',
              'x-ms-dynamic-values': {
                operationId: `Get${(i + 1) % 800}`,
                'value-path': 'a/b/c',
                parameters: { q0: { parameter: `q${(j + 1) % 5}` }, q9: { parameter: 'b.c.d' } },
              },
            })),
          }),
        },
      ]),
    }),
  'tags, schemes and security in thousands': () =>
    json({
      tags: list(8000, (i) => ({ name: `t${i % 4000}` })),
      schemes: list(5000, () => 'https'),
      security: list(5000, (i) => ({ [`s${i}`]: [] })),
      securityDefinitions: many(500, (i) => [`k${i}`, { type: 'apiKey', in: 'header', name: 'k' }]),
    }),
  'policies and connection parameters in thousands': () =>
    microsoft(
      JSON.stringify(documentOf()),
      JSON.stringify({
        properties: {
          connectionParameters: many(3000, (i) => [
            `p${i}`,
            { type: 'oauthSetting', oAuthSettings: { identityProvider: 'x', scopes: list(20, (j) => `s${j}`) } },
          ]),
          policyTemplateInstances: list(3000, (i) => ({
            templateId: 'setheader',
            title: 'a',
            parameters: {
              'x-ms-apimTemplateParameter.value': "@connectionParameters('p9999')".repeat(10),
              'x-ms-apimTemplate-operationName': [`o${i}`],
            },
          })),
          scriptOperations: list(5000, (i) => `o${i}`),
        },
      }),
    ),
  'a script of braces, quotes and comments': () => ({
    ...json({}),
    'connector/script.csx': `${'{"/*'.repeat(100_000)}${'public class Script : ScriptBase {'.repeat(5000)}`,
  }),
  'a readme of links and tables': () => ({
    ...json({}),
    'connector/README.md': `${'[a](b) | ```'.repeat(40_000)}${'#'.repeat(200_000)}`,
  }),
  'texts that look like secrets': () => ({
    ...json({ info: { title: 'A', version: '1', description: 'AccountKey='.repeat(40_000) } }),
    'connector/README.md': `${'eyJ'.repeat(100_000)}${'.eyJhbGciOiJub25lIn0'.repeat(20_000)}`,
    'connector/settings.json': `{"clientSecret": "${'a1~B'.repeat(50_000)}"}`,
  }),
  'OpenAPI 3 that doubles at each step': () => ({
    'connector/connector.yaml': 'publisher: Contoso\n',
    'connector/openapi.json': JSON.stringify({
      openapi: '3.0.0',
      info: { title: 'A', version: '1' },
      paths: {
        '/a': {
          get: {
            responses: { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/D0' } } } } },
          },
        },
      },
      components: {
        schemas: many(60, (i) => [
          `D${i}`,
          {
            oneOf: [{ $ref: `#/components/schemas/D${i + 1}` }, { $ref: `#/components/schemas/D${i + 1}` }],
            nullable: true,
          },
        ]),
      },
    }),
  }),
};
