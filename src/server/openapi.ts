import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { VERSION } from '../domain/version.ts';
import type { ServerContext } from './context.ts';
import { PROBLEM } from './routes/schemas.ts';

/** Collects the route schemas into an OpenAPI 2.0 document, the version that the products read: the registry is itself a connector. */
export async function describeRoutes(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    swagger: {
      info: {
        title: 'Registry of connectors',
        description: 'Publishes custom connectors to tenants, and lets their makers read them.',
        version: VERSION,
      },
      consumes: ['application/json'],
      produces: ['application/json'],
      securityDefinitions: {
        token: { type: 'apiKey', name: 'Authorization', in: 'header', description: 'Bearer, a space and a token.' },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...(route.config?.access === 'anyone' || route.config?.access === 'visitor'
          ? {}
          : { security: [{ token: [] }] }),
        'x-ms-visibility': '',
        ...(withoutNullable(forMakers(schema ?? {})) as object),
      },
    }),
  });
}

/** The document names the address that users reach the registry by, so that a maker can import it as it is. */
export function openapiRoutes(server: FastifyInstance, { publicUrl }: ServerContext): void {
  server.get('/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, async () => {
    const { host, protocol, pathname } = new URL(publicUrl());
    const basePath = pathname.replace(/\/$/, '') || '/';
    return { ...server.swagger(), host, basePath, schemes: [protocol.replace(':', '')] };
  });
}

/** A step of a flow has the fields of the successful response; what a problem looks like is for who programs, and on its own page. */
function forMakers(schema: FastifySchema): object {
  const { response } = schema;
  if (typeof response !== 'object' || response === null || !('default' in response)) return schema;
  return { ...schema, response: { ...response, default: { description: PROBLEM.description, type: 'null' } } };
}

/** OpenAPI 2.0 has no `nullable`; `x-nullable` is what tools read instead. */
function withoutNullable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutNullable);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key === 'nullable' ? 'x-nullable' : key, withoutNullable(value)]),
  );
}
