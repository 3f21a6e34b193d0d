import { parseConnectorId, type ConnectorId } from '../domain/connector-id.ts';
import { parseDigest, type Digest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import {
  arrayMember,
  entriesOf,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { parseSource, type Owners, type Pin, type Source } from '../domain/release.ts';
import type { LiveEntry, LiveState } from '../plan/plan.ts';

/**
 * Reads `…/releases/head`. A registry that answers something else is told apart from one that has nothing: what cannot be read is
 * never taken for an empty scope.
 * @throws Failure (`unavailable`) naming what is wrong with the answer.
 */
export function parseLiveState(answer: JsonObject, url: string): LiveState {
  const wrong = (what: string): Failure =>
    new Failure('unavailable', `${url} answers with ${what}: this is not a registry of ours, or of another version`);
  const source = parseSource(stringMember(answer, 'source') ?? '');
  if (source === undefined) throw wrong('no source');
  const release = digestOrNull(member(answer, 'release'));
  if (release === undefined) throw wrong('no release digest');
  const sequence = member(answer, 'sequence');
  if (typeof sequence !== 'number') throw wrong('no sequence number');
  const entries = objectMember(answer, 'entries');
  if (entries === undefined) throw wrong('no entries');
  return {
    release,
    sequence,
    source,
    entries: new Map(
      entriesOf(entries).map(([key, value]): [ConnectorId, LiveEntry] => [
        parseConnectorId(key) ?? fail(wrong('a name that is no connector id')),
        liveEntry(value) ?? fail(wrong('an entry without digest')),
      ]),
    ),
    taken: stringsOf(member(answer, 'taken')),
    lastApplied: lastApplied(member(answer, 'lastApplied')),
    pins: (arrayMember(answer, 'pins') ?? []).map(
      (pin) => pinOf(pin, source) ?? fail(wrong('a pin that cannot be read')),
    ),
    rules: {
      digest: stringMember(member(answer, 'rules'), 'digest') ?? '',
      profile: stringMember(member(answer, 'rules'), 'profile') ?? '',
    },
    certified: stringsOf(member(answer, 'certified')),
  };
}

function fail(failure: Failure): never {
  throw failure;
}

function digestOrNull(value: Json | undefined): Digest | null | undefined {
  return value === null ? null : typeof value === 'string' ? parseDigest(value) : undefined;
}

function liveEntry(value: Json): LiveEntry | undefined {
  const digest = parseDigest(stringMember(value, 'digest') ?? '');
  if (digest === undefined) return undefined;
  const origin = objectMember(value, 'origin');
  const converter = stringMember(origin, 'converter');
  const sourceSha256 = stringMember(origin, 'sourceSha256');
  return {
    digest,
    stage: stringMember(value, 'stage') === 'draft' ? 'draft' : 'registered',
    owners: ownersOf(member(value, 'owners')),
    ...(origin === undefined
      ? {}
      : {
          origin: {
            ...(converter === undefined ? {} : { converter }),
            ...(sourceSha256 === undefined ? {} : { sourceSha256 }),
          },
        }),
  };
}

function ownersOf(value: Json | undefined): Owners {
  const list = (key: string): string[] => [...stringsOf(member(value, key))];
  return { users: list('users'), groups: list('groups'), github: list('github') };
}

function lastApplied(value: Json | undefined): LiveState['lastApplied'] {
  const release = parseDigest(stringMember(value, 'release') ?? '');
  const entries = objectMember(value, 'entries');
  if (release === undefined || entries === undefined) return null;
  const digests = entriesOf(entries).flatMap(([key, digest]): [ConnectorId, Digest][] => {
    const id = parseConnectorId(key);
    const parsed = typeof digest === 'string' ? parseDigest(digest) : undefined;
    return id === undefined || parsed === undefined ? [] : [[id, parsed]];
  });
  const commit = stringMember(value, 'commit');
  return { release, entries: new Map(digests), ...(commit === undefined ? {} : { commit }) };
}

function pinOf(value: Json, source: Source): Pin | undefined {
  if (!isObject(value)) return undefined;
  const connector = parseConnectorId(stringMember(value, 'connector') ?? '');
  const rejected = digestOrNull(member(value, 'rejected'));
  if (connector === undefined || rejected === undefined) return undefined;
  return { connector, source, rejected, reason: stringMember(value, 'reason') ?? '' };
}

function stringsOf(value: Json | undefined): Set<string> {
  return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
}
