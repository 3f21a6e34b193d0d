import type { FastifyInstance } from 'fastify';
import { ruleSetDigest } from '../../rules/rule-set.ts';
import type { ReleaseEntry, Source } from '../../domain/release.ts';
import { scopeText } from '../../domain/scope.ts';
import { EVERY_ROLE, identityOf } from '../auth/access.ts';
import { enterWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import type { ServerContext } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { readLive, type LiveScope } from '../releases/commit.ts';
import { entryForm } from '../releases/release-form.ts';
import { ENTRY } from './release-schemas.ts';
import {
  answers,
  DIGEST,
  list,
  map,
  NAMES,
  NULLABLE_DIGEST,
  number,
  record,
  scopeParameters,
  SCOPE_PATH,
  text,
} from './schemas.ts';

const HEAD = record('What a source needs to know to plan.', {
  scope: text('Scope: tenant, subscription and region.'),
  release: NULLABLE_DIGEST,
  sequence: number('Sequence: 0 before the first release.'),
  source: text('Source: whose entries these are.'),
  entries: map('Entries of this source.', ENTRY),
  taken: NAMES,
  lastApplied: {
    ...record('Last applied: what this source published last.', {
      release: DIGEST,
      commit: text('Commit that it came from; empty when it came from none.'),
      entries: map('Entries by name.', DIGEST),
    }),
    nullable: true,
  },
  pins: list(
    'Pins: what rollbacks rejected.',
    record('One pin.', {
      connector: text('Connector: its name.'),
      rejected: NULLABLE_DIGEST,
      reason: text('Reason given.'),
    }),
  ),
  rules: record('Rules that the registry judges by.', { digest: DIGEST, profile: text('Profile: how strictly.') }),
});

/** Where a publisher starts: what is live of its own, and which names belong to others. It works before the first release too. */
export function headRoutes(server: FastifyInstance, context: ServerContext): void {
  server.get<{ Params: ScopeParameters }>(
    `${SCOPE_PATH}/releases/head`,
    {
      config: { access: { roles: EVERY_ROLE, source: true } },
      schema: {
        operationId: 'GetHead',
        summary: 'Get the live state',
        description: 'Gives the newest release of a scope as the source of the caller sees it.',
        params: scopeParameters(),
        response: answers({ 200: HEAD }),
      },
    },
    async (request) => {
      const identity = identityOf(request);
      const scope = enterWholeScope(identity, request.params);
      const { source } = identity.token;
      if (source === undefined) throw new Problem('auth/source-missing');
      const live = await readLive(context, scope);
      return {
        ...ownState(live, source),
        lastApplied: await lastApplied(context, live, source),
        rules: { digest: ruleSetDigest(), profile: context.profile },
      };
    },
  );
}

function ownState({ scope, head, entries, pins }: LiveScope, source: Source): object {
  return {
    scope: scopeText(scope),
    release: head?.digest ?? null,
    sequence: head?.sequence ?? 0,
    source,
    entries: Object.fromEntries(ownOf(entries, source).map(([name, entry]) => [name, entryForm(entry)])),
    taken: [...entries].filter(([, entry]) => entry.source !== source).map(([name]) => name),
    pins: pins
      .filter((pin) => pin.source === source)
      .map(({ connector, rejected, reason }) => ({ connector, rejected, reason })),
  };
}

async function lastApplied({ store }: ServerContext, { scope }: LiveScope, source: Source): Promise<object | null> {
  const { releases } = store.tenant(scope.tenant);
  const header = await releases.newestPublishOf(scope, source);
  if (header === undefined) return null;
  const entries = ownOf(await releases.entries(scope, header.sequence), source);
  const { digest, commit } = header;
  return { release: digest, commit, entries: Object.fromEntries(entries.map(([name, entry]) => [name, entry.digest])) };
}

function ownOf(entries: ReadonlyMap<string, ReleaseEntry>, source: Source): [string, ReleaseEntry][] {
  return [...entries].filter(([, entry]) => entry.source === source);
}
