import { writtenAnew } from './apply-answers.ts';
import type { Draft } from './draft.ts';

/** The first operation of a connector that is made from nothing. */
export interface FirstOperation {
  readonly summary: string;
  /** Begins with a slash; `{name}` in it becomes a parameter. */
  readonly path: string;
}

/** A connector with a title, a service and one GET operation, to be filled by hand. */
export function blankDraft(title: string, serviceUrl: string, { summary, path }: FirstOperation): Draft {
  const { protocol, host, pathname } = new URL(serviceUrl);
  const operation = {
    operationId: summary.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase()),
    summary,
    description: `${summary}.`,
    ...(path.includes('{')
      ? { parameters: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => parameter(name)) }
      : {}),
    responses: { 200: { description: 'What the service answers.', schema: { type: 'object' } } },
  };
  const value = {
    swagger: '2.0',
    info: { title, description: `Calls the operations of ${title} from flows and apps.`, version: '1.0' },
    host,
    ...(pathname === '/' ? {} : { basePath: pathname.replace(/\/$/, '') }),
    schemes: [protocol.replace(':', '')],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: { [path]: { get: operation } },
  };
  const text = writtenAnew('openapi.yaml', value).replace(/^(?=paths:)/m, HELP);
  return {
    document: { file: 'openapi.yaml', text, value },
    native: {},
    icon: undefined,
    readme: undefined,
    script: undefined,
    losses: [],
    notes: [],
  };
}

const HELP =
  '# Each operation is an action that makers can use. Properties of "schema" are what later steps of a flow can refer to.\n';

function parameter(name: string): { readonly [key: string]: string | boolean } {
  return {
    name,
    in: 'path',
    required: true,
    type: 'string',
    'x-ms-summary': name,
    description: `Which ${name} is meant.`,
    'x-ms-url-encoding': 'single',
  };
}
