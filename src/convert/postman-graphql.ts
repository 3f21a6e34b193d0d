import { isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { parseJsonText } from './postman-json-text.ts';
import type { PostmanBody } from './postman-model.ts';
import { schemaOfSamples } from './postman-samples.ts';
import { labelOf } from './postman-words.ts';

type GraphqlBody = PostmanBody & { readonly kind: 'graphql' };

/** What a maker sends with a GraphQL request: the query is fixed and hidden, its variables are fields. */
export function graphqlSchema({ query, variables, operationName }: GraphqlBody): JsonObject {
  const fields = variableFields(query, parseJsonText(variables));
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const properties = Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
  const variablesSchema: JsonObject = {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties,
    'x-ms-summary': 'Variables',
  };
  const chosen = operationName.trim() === '' ? undefined : fixed(operationName);
  return {
    type: 'object',
    required: [
      'query',
      ...(chosen === undefined ? [] : ['operationName']),
      ...(required.length === 0 ? [] : ['variables']),
    ],
    properties: {
      query: fixed(query.trim()),
      ...(chosen === undefined ? {} : { operationName: chosen }),
      ...(fields.length === 0 ? {} : { variables: variablesSchema }),
    },
  };
}

function fixed(value: string): JsonObject {
  return { type: 'string', default: value, 'x-ms-visibility': 'internal' };
}

interface Field {
  readonly name: string;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
}

const DECLARED = /\$(\w{1,100})\s*:\s*([[\]!\w\s]{1,100}?)\s*(=|(?=[,$)@]))/g;
const SCALARS: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['Int', { type: 'integer', format: 'int32' }],
  ['Float', { type: 'number', format: 'double' }],
  ['Boolean', { type: 'boolean' }],
  ['ID', { type: 'string' }],
  ['String', { type: 'string' }],
]);

/** By what the query declares; its sample tells what a type of the service's own is made of. */
function variableFields(query: string, sample: Json | undefined): Field[] {
  const values = isObject(sample) ? sample : {};
  const head = query.slice(0, Math.max(0, query.indexOf('{') < 0 ? query.length : declarationEnd(query)));
  const declared = [...head.matchAll(DECLARED)].map(([, name = '', type = '', mark]): Field => {
    const isRequired = type.trim().endsWith('!') && mark !== '=';
    return { name, schema: { ...typed(type, member(values, name)), 'x-ms-summary': labelOf(name) }, isRequired };
  });
  const known = new Set(declared.map(({ name }) => name));
  const others = Object.entries(values).filter(([name]) => !known.has(name));
  return [
    ...declared,
    ...others.map(([name, value]): Field => {
      return { name, schema: { ...schemaOfSamples([value]), 'x-ms-summary': labelOf(name) }, isRequired: false };
    }),
  ];
}

/** Variables are declared before the first selection; defaults in braces stand between parentheses. */
function declarationEnd(query: string): number {
  const open = query.indexOf('(');
  const brace = query.indexOf('{');
  return open < 0 || brace < open ? brace : Math.max(brace, query.indexOf(')', open) + 1);
}

function typed(type: string, sample: Json | undefined): JsonObject {
  const bare = type.replaceAll(/[!\s]/g, '');
  if (bare.startsWith('[')) {
    const items = Array.isArray(sample)
      ? schemaOfSamples(sample as readonly Json[])
      : typed(bare.slice(1, -1), undefined);
    return { type: 'array', items };
  }
  const scalar = SCALARS.get(bare);
  if (scalar !== undefined) return scalar;
  return sample === undefined ? {} : schemaOfSamples([sample]);
}
