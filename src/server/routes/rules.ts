import type { FastifyInstance } from 'fastify';
import { RULE_CODES } from '../../domain/rule-codes.ts';
import { ruleSetDigest } from '../../rules/rule-set.ts';
import type { ServerContext } from '../context.ts';
import { rendered, serve } from '../http/conditional.ts';
import { answers, DIGEST, list, record, text } from './schemas.ts';

/** The rules that the registry judges by, so that whoever plans can compare them with their own first. */
export function ruleRoutes(server: FastifyInstance, { profile }: ServerContext): void {
  const rules = Object.entries(RULE_CODES).map(([code, row]) => ({
    code,
    severity: row.severity[profile],
    status: row.status,
  }));
  const { bytes, etag } = rendered(JSON.stringify({ digest: ruleSetDigest(), profile, rules }));
  server.get(
    '/v1/rules',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'GetRules',
        summary: 'Get the rules',
        description: 'Gives the rules that the registry judges by, and their digest.',
        response: answers({
          200: record('Rules of the registry.', {
            digest: DIGEST,
            profile: text('Profile: how strictly.'),
            rules: list(
              'Rules by code.',
              record('One rule.', {
                code: text('Code of the rule.'),
                severity: text('Severity in the profile.'),
                status: text('Status: checked, planned or unchecked.'),
              }),
            ),
          }),
        }),
      },
    },
    async (request, reply) =>
      serve(request, reply, {
        etag,
        type: 'application/json; charset=utf-8',
        cacheControl: 'public, no-cache',
        bytes: () => bytes,
      }),
  );
}
