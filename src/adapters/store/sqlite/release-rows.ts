import { parseDigest, type Digest } from '../../../domain/digest.ts';
import { member } from '../../../domain/json.ts';
import { parseSource, type Owners, type Pin, type Publisher, type ReleaseEntry } from '../../../domain/release.ts';
import { parseConnectorId } from '../../../domain/connector-id.ts';
import { parseRegion, parseSubscriptionId, type TenantId } from '../../../domain/scope.ts';
import type { EntryChange, ReleaseHeader } from '../release-store.ts';
import type { Row } from './connection.ts';
import {
  damaged,
  integer,
  jsonArray,
  jsonObject,
  optionalParsed,
  optionalText,
  parsed,
  stringIn,
  strings,
  text,
  word,
} from './rows.ts';

export function headerOf(tenant: TenantId, row: Row): ReleaseHeader {
  return {
    digest: parsed(parseDigest, row, 'digest'),
    scope: {
      tenant,
      subscription: parsed(parseSubscriptionId, row, 'subscription'),
      region: parsed(parseRegion, row, 'region'),
    },
    sequence: integer(row, 'sequence'),
    parent: text(row, 'parent') === '' ? null : parsed(parseDigest, row, 'parent'),
    commit: text(row, 'commit_id'),
    source: parsed(parseSource, row, 'source'),
    publisher: publisherOf(row),
    kind: word(['publish', 'rollback'], row, 'kind'),
    at: text(row, 'at'),
    reason: text(row, 'reason'),
    overrides: jsonArray(row, 'overrides').map((one) => ({
      digest: stringIn(one, 'digest', 'overrides'),
      reason: stringIn(one, 'reason', 'overrides'),
    })),
  };
}

function publisherOf(row: Row): Publisher {
  const repository = optionalText(row, 'repository');
  const run = optionalText(row, 'run');
  return {
    subject: text(row, 'subject'),
    ...(repository === undefined ? {} : { repository }),
    ...(run === undefined ? {} : { run }),
  };
}

/** Null for a row that retires a name. */
export function entryOf(row: Row): ReleaseEntry | null {
  const digest: Digest | undefined = optionalParsed(parseDigest, row, 'digest');
  if (digest === undefined) return null;
  const converter = optionalText(row, 'converter');
  const sourceSha256 = optionalText(row, 'source_sha256');
  const origin = {
    ...(converter === undefined ? {} : { converter }),
    ...(sourceSha256 === undefined ? {} : { sourceSha256 }),
  };
  return {
    digest,
    source: parsed(parseSource, row, 'source'),
    stage: 'registered',
    owners: ownersOf(row),
    ...(Object.keys(origin).length === 0 ? {} : { origin }),
  };
}

function ownersOf(row: Row): Owners {
  const owners = jsonObject(row, 'owners');
  const list = (key: string): readonly string[] => strings(member(owners, key), 'owners');
  return { users: list('users'), groups: list('groups'), github: list('github') };
}

/** A row of release_entries joined with its release's digest (as `release_digest`) and time. */
export function changeOf(row: Row): EntryChange {
  return {
    release: parseDigest(text(row, 'release_digest')) ?? damaged('digest'),
    sequence: integer(row, 'sequence'),
    at: text(row, 'at'),
    entry: entryOf(row),
  };
}

export function pinOf(row: Row): Pin {
  return {
    connector: parsed(parseConnectorId, row, 'connector'),
    source: parsed(parseSource, row, 'source'),
    rejected: text(row, 'rejected') === '' ? null : parsed(parseDigest, row, 'rejected'),
    reason: text(row, 'reason'),
  };
}
