import type { Change } from '../domain/change.ts';
import type { Acknowledgement, Connector } from '../domain/connector.ts';
import { DEFAULT_NOTICE_DAYS, type RegistryFile } from '../domain/registry-file.ts';
import { acknowledge, type Acknowledged, type JudgedAcknowledgement } from '../diff/acknowledge.ts';
import type { ConnectorDiff } from '../diff/diff-trees.ts';
import { deprecatedRemovals } from '../diff/notice.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import { judgeChanges } from './judge-changes.ts';
import { placedChanges } from './place-change.ts';

/** What changes are judged by, besides the two versions. */
export interface Timing {
  /** YYYY-MM-DD: the day to which notice is counted. */
  readonly now: string;
  /** Since when operations of a connector of the base are deprecated there, by id; without it nobody knows. */
  readonly since?: (before: Connector, ids: readonly string[]) => ReadonlyMap<string, string>;
}

/** What a report says of acknowledgements. */
export interface JudgedAcknowledgements {
  /** The acknowledgements of connectors that changed, and what became of them. */
  readonly entries: readonly JudgedAcknowledgement[];
  /** By connector: the digest that it had, which an acknowledgement must name. */
  readonly bases: ReadonlyMap<string, string>;
  /** By connector: its folder, where an acknowledgement has to go to registry.yaml. */
  readonly registryFolders: ReadonlyMap<string, string>;
}

/** The registry.yaml of the trees of both sides. */
export interface Registries {
  readonly before: readonly RegistryFile[];
  readonly after: readonly RegistryFile[];
}

/** Judges connectors one after the other, and remembers what a report says of all of them. */
export class DiffJudge {
  readonly #registries: Registries;
  readonly #timing: Timing;
  readonly #entries: JudgedAcknowledgement[] = [];
  readonly #bases = new Map<string, string>();
  readonly #registryFolders = new Map<string, string>();

  constructor(registries: Registries, timing: Timing) {
    this.#registries = registries;
    this.#timing = timing;
  }

  /** The changes of one connector, with what time, versions and acknowledgements make of them, each at its place in the newer files. */
  judge(diff: ConnectorDiff): readonly Change[] {
    const { before, after, changes } = diff;
    const id = (after ?? before)?.id;
    if (id === undefined || changes.length === 0) return [];
    const folder = after === undefined ? before?.folder : after.layout === 'microsoft' ? after.folder : undefined;
    const isUpdate = before !== undefined && after !== undefined;
    const own = isUpdate ? after.manifest.acknowledgements : entriesFor(folder, this.#registries.after);
    // A digest costs as much as the comparison: only what has to be acknowledged needs one.
    const isNeeded = own.length > 0 || changes.some(isDangerous);
    const base = before === undefined || !isNeeded ? undefined : digestOfConnector(before);
    if (base !== undefined) this.#bases.set(id, base);
    if (folder !== undefined) this.#registryFolders.set(id, folder);
    const judged = this.#judged(diff, id, own, base);
    this.#entries.push(...judged.entries);
    return placedChanges(diff, judged.changes);
  }

  get all(): JudgedAcknowledgements {
    return { entries: this.#entries, bases: this.#bases, registryFolders: this.#registryFolders };
  }

  #judged(
    { before, after, changes }: ConnectorDiff,
    id: string,
    own: readonly Acknowledgement[],
    base: string | undefined,
  ): Acknowledged {
    if (before === undefined || after === undefined) return acknowledge(id, changes, own, base);
    const { now, since } = this.#timing;
    const noticeDays = this.#registries.before[0]?.noticeDays ?? DEFAULT_NOTICE_DAYS;
    const known = since?.(before, deprecatedRemovals(changes, before)) ?? new Map<string, string>();
    return judgeChanges(before, after, changes, { base, noticeDays, now, since: known });
  }
}

function isDangerous({ class: danger }: Change): boolean {
  return danger === 'breaking' || danger === 'forbidden';
}

function entriesFor(folder: string | undefined, registries: readonly RegistryFile[]): readonly Acknowledgement[] {
  if (folder === undefined) return [];
  return registries.flatMap(({ acknowledgements }) => acknowledgements.filter((entry) => entry.folder === folder));
}

function digestOfConnector(connector: Connector): string | undefined {
  const content = revisionContentOf(connector);
  return content === undefined ? undefined : digestOf(content);
}
