import type { FastifyInstance } from 'fastify';
import { digestOf } from '../../digest/revision-digest.ts';
import { decodeRevision, encodeRevision } from '../../digest/revision-bytes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { parseDigest, type Digest } from '../../domain/digest.ts';
import type { JsonObject } from '../../domain/json.ts';
import { scopeText } from '../../domain/scope.ts';
import { identityOf } from '../auth/access.ts';
import { enterWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import { summarizeConnector } from '../catalog/connector-summary.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS, readRawBodies } from '../http/bodies.ts';
import { notFound, Problem } from '../http/problem.ts';
import { judgeRevision } from '../judge-revision.ts';
import type { NewRevision } from '../../adapters/store/revision-store.ts';
import { answers, record, scopeParameters, SCOPE_PATH } from './schemas.ts';

/** Diagnostics in an answer; the rest is counted. */
const SHOWN = 100;

/** Uploads are named by their content, so they can be repeated at will. Nobody sees a revision before a release names it. */
export function uploadRoutes(server: FastifyInstance, context: ServerContext): void {
  readRawBodies(server);
  server.put<{ Params: ScopeParameters & { digest: string } }>(
    `${SCOPE_PATH}/revisions/:digest`,
    {
      config: { access: { roles: ['publisher', 'operator'], source: true } },
      bodyLimit: BODY_LIMITS.revision,
      // The body is decoded by the code that gives it its digest.
      validatorCompiler: () => () => true,
      schema: {
        operationId: 'UploadRevision',
        summary: 'Upload a revision',
        description: 'Stores the content of one connector, after the rules of the registry have judged it.',
        params: scopeParameters('digest'),
        body: {
          type: 'object',
          description: 'A revision: definition, properties, icon, script and readme.',
          additionalProperties: true,
        },
        response: answers({ 201: record('Stored now.', {}), 204: { type: 'null', description: 'Stored before.' } }),
      },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const scope = enterWholeScope(identity, request.params);
      const digest = parseDigest(request.params.digest);
      const { source } = identity.token;
      if (digest === undefined) throw notFound();
      if (source === undefined) throw new Problem('auth/source-missing');
      const { revisions } = context.store.tenant(scope.tenant);
      if ((await revisions.missing(scope, source, [digest])).length === 0) return reply.code(204).send();
      const result = await revisions.add(scope, source, accepted(context, digest, request.rawBody), {
        at: context.clock().getTime(),
        actor: identity.caller.subject,
        token: identity.token.id,
        action: 'revision/upload',
        on: digest,
        request: request.id,
        details: { scope: scopeText(scope) },
      });
      return result === 'added' ? reply.code(201).send({}) : reply.code(204).send();
    },
  );
}

/** The revision in our own spelling, if it is one, is the one that the path names, and breaks no rule. */
function accepted({ profile }: ServerContext, digest: Digest, body: Buffer): NewRevision {
  const decoded = decodeRevision(body);
  if (decoded.kind !== 'revision')
    throw new Problem('revision/unreadable', `The body is not a revision: ${decoded.why}`);
  const { content, origin } = decoded;
  const actual = digestOf(content);
  if (actual !== digest) throw new Problem('revision/digest-mismatch', `The content of the body has digest ${actual}`);
  const found = judgeRevision(content, profile);
  if (found.length > 0) throw rejected(found);
  return { digest, bytes: encodeRevision(content, origin), summary: summarizeConnector(content) };
}

function rejected(found: readonly Diagnostic[]): Problem {
  const detail = `The registry's rules find ${found.length === 1 ? 'an error' : `${found.length} errors`}`;
  return new Problem('revision/rejected', detail, {
    more: { diagnostics: found.slice(0, SHOWN).map(diagnosticForm), more: Math.max(0, found.length - SHOWN) },
  });
}

function diagnosticForm({ code, severity, at, message, hint, fingerprint }: Diagnostic): JsonObject {
  return {
    code,
    severity,
    file: at.file,
    ...(at.pointer === undefined ? {} : { pointer: at.pointer }),
    message,
    ...(hint === undefined ? {} : { hint }),
    fingerprint,
  };
}
