import type { FastifyInstance } from 'fastify';
import { dump } from 'js-yaml';
import type { RevisionContent } from '../../domain/revision.ts';
import type { ServerContext } from '../context.ts';
import { REVALIDATE, serve } from '../http/conditional.ts';
import { notFound } from '../http/problem.ts';
import { addConnectorRoute, contentOf, type ConnectorResource } from './connector-route.ts';
import { iconTypeOf } from '../../domain/icon-type.ts';

interface Document extends ConnectorResource {
  readonly type: (content: RevisionContent) => string;
  /** Undefined: the connector has no such part. */
  readonly bytes: (content: RevisionContent) => Uint8Array | undefined;
}

const DOCUMENTS: readonly Document[] = [
  {
    path: '/openapi.json',
    operationId: 'GetDefinition',
    summary: 'Get the definition',
    description: 'Gives the OpenAPI 2.0 document of a connector.',
    answer: { type: 'object', description: 'The definition.', additionalProperties: true },
    type: () => 'application/json; charset=utf-8',
    bytes: ({ openapi }) => Buffer.from(JSON.stringify(openapi)),
  },
  {
    path: '/openapi.yaml',
    operationId: 'GetDefinitionAsYaml',
    summary: 'Get the definition in YAML',
    description: 'Gives the OpenAPI 2.0 document of a connector in YAML.',
    answer: { type: 'string', description: 'The definition in YAML.' },
    produces: ['application/yaml'],
    type: () => 'application/yaml; charset=utf-8',
    bytes: ({ openapi }) => Buffer.from(dump(openapi, { noRefs: true, lineWidth: -1 })),
  },
  {
    path: '/icon',
    operationId: 'GetIcon',
    summary: 'Get the icon',
    description: 'Gives the icon of a connector.',
    answer: { type: 'file', description: 'The icon.' },
    produces: ['image/png'],
    type: ({ icon }) => iconTypeOf(icon),
    bytes: ({ icon }) => icon,
  },
];

/** The parts of a connector as documents. Their tag is the revision's digest: a release that leaves the connector alone makes nobody fetch it again. */
export function documentRoutes(server: FastifyInstance, context: ServerContext): void {
  for (const document of DOCUMENTS) {
    addConnectorRoute(server, context, document, async (found, request, reply) => {
      const content = await contentOf(context, found);
      const bytes = document.bytes(content);
      if (bytes === undefined) throw notFound();
      return serve(request, reply, {
        etag: `"${found.entry.digest}${document.path}"`,
        type: document.type(content),
        cacheControl: REVALIDATE,
        bytes: () => Buffer.from(bytes),
      });
    });
  }
}
