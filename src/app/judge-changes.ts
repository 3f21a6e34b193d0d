import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { acknowledge, type Acknowledged } from '../diff/acknowledge.ts';
import { applyNotice, type Notice } from '../diff/notice.ts';
import { versionWarning } from '../diff/version-warning.ts';

/** What two versions of one connector are judged by, besides themselves. */
export interface Circumstances {
  /** Digest of the older version; undefined when it has none. */
  readonly base: string | undefined;
  readonly now: string;
  readonly noticeDays: number;
  /** By operation id, the day on which it was deprecated where the older version comes from. */
  readonly since: ReadonlyMap<string, string>;
}

/** The changes from one version to the next, with what time, version and acknowledgements make of them. */
export function judgeChanges(
  before: Connector,
  after: Connector,
  changes: readonly Change[],
  { base, now, noticeDays, since }: Circumstances,
): Acknowledged {
  const notice: Notice = { now, days: noticeDays, since };
  const noticed = applyNotice(changes, before, notice);
  const all = [...noticed, ...versionWarning(before, after, noticed)];
  return acknowledge(after.id, all, after.manifest.acknowledgements, base);
}
