import type { Override } from '../../adapters/store/release-store.ts';
import { parseConnectorId, type ConnectorId } from '../../domain/connector-id.ts';
import { parseDigest, type Digest } from '../../domain/digest.ts';
import type { Owners, ReleaseEntry, Source } from '../../domain/release.ts';
import type { RevisionOrigin } from '../../domain/revision.ts';
import { Problem } from '../http/problem.ts';
import { plainText } from '../http/plain-text.ts';
import { sortedOwners } from './release-form.ts';

/** The body of `POST …/releases`, of the shape that its schema demands. */
export interface ReleaseBody {
  readonly version: 1;
  readonly scope: string;
  readonly parent: string | null;
  readonly commit: string;
  readonly connectors: Readonly<Record<string, ReleaseBodyEntry>>;
  readonly liftPins?: readonly string[];
  readonly overrides?: readonly Override[];
}

interface ReleaseBodyEntry {
  readonly digest: string;
  readonly stage: 'registered' | 'draft';
  readonly owners: Owners;
  readonly origin?: RevisionOrigin;
}

/** What a publisher asks for, in our own types. */
export interface ReleaseRequest {
  readonly parent: Digest | null;
  readonly commit: string;
  readonly wanted: ReadonlyMap<ConnectorId, ReleaseEntry>;
  readonly lifted: ReadonlySet<string>;
  readonly overrides: readonly Override[];
}

export function parseReleaseBody(body: ReleaseBody, source: Source): ReleaseRequest {
  const wanted = Object.entries(body.connectors).map(([name, entry]): [ConnectorId, ReleaseEntry] => [
    parseName(name),
    parseEntry(name, entry, source),
  ]);
  return {
    parent: body.parent === null ? null : digestOf(body.parent),
    commit: plainText(body.commit, 'commit'),
    wanted: new Map(wanted),
    lifted: new Set(body.liftPins ?? []),
    overrides: (body.overrides ?? []).map(({ digest, reason }) => ({
      digest: digestOf(digest),
      reason: plainText(reason, 'reason'),
    })),
  };
}

function parseName(name: string): ConnectorId {
  const id = parseConnectorId(name);
  if (id === undefined) throw new Problem('request/invalid', `"${name.slice(0, 100)}" is not the name of a connector`);
  return id;
}

function parseEntry(name: string, { digest, stage, owners, origin }: ReleaseBodyEntry, source: Source): ReleaseEntry {
  if (stage === 'draft') throw new Problem('release/draft', `"${name}" is a draft`);
  const list = (texts: readonly string[]): readonly string[] => texts.map((one) => plainText(one, 'owners'));
  return {
    digest: digestOf(digest),
    source,
    stage,
    owners: sortedOwners({ users: list(owners.users), groups: list(owners.groups), github: list(owners.github) }),
    ...(origin === undefined ? {} : { origin: originOf(origin) }),
  };
}

function originOf({ converter, sourceSha256 }: RevisionOrigin): RevisionOrigin {
  return {
    ...(converter === undefined ? {} : { converter: plainText(converter, 'converter') }),
    ...(sourceSha256 === undefined ? {} : { sourceSha256 }),
  };
}

function digestOf(text: string): Digest {
  const digest = parseDigest(text);
  if (digest === undefined) throw new Problem('request/invalid', `"${text.slice(0, 100)}" is not a digest`);
  return digest;
}
