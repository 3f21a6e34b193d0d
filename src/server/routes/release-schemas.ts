import { DIGEST, list, map, NULLABLE_DIGEST, number, ORIGIN, OWNERS, record, text } from './schemas.ts';

const PUBLISHER = record(
  'Publisher: who committed it.',
  {
    subject: text('Subject of the token.'),
    repository: text('Repository: owner and name.'),
    run: text('Run of the workflow.'),
  },
  ['repository', 'run'],
);

const HEADER = {
  sequence: number('Sequence: 1 for the first release of a scope.'),
  parent: NULLABLE_DIGEST,
  commit: text('Commit: what was published.'),
  source: text('Source: whose entries were replaced.'),
  publisher: PUBLISHER,
  kind: text('Kind: publish or rollback.'),
  reason: text('Reason of a rollback.'),
  overrides: list(
    'Overrides of safety valves.',
    record('One override.', { digest: DIGEST, reason: text('Reason given.') }),
  ),
  at: text('Time of the commit.', { format: 'date-time' }),
};

export const ENTRY = record(
  'One entry.',
  {
    digest: DIGEST,
    source: text('Source: who owns the name.'),
    stage: text('Stage: registered.'),
    owners: OWNERS,
    origin: ORIGIN,
  },
  ['origin'],
);

export const RELEASES = record('Releases of a scope.', {
  releases: list('Releases of the scope.', record('One release.', { digest: DIGEST, ...HEADER })),
  next: { ...number('Next: give it as before to get older ones.'), nullable: true },
});

export const RELEASE = record('A release with its entries.', {
  version: number('Version of the form.'),
  scope: text('Scope: tenant, subscription and region.'),
  ...HEADER,
  connectors: map('Connectors that the scope serves.', ENTRY),
});
