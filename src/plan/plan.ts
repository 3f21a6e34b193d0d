import type { ChangeClass } from '../domain/change.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import type { Digest } from '../domain/digest.ts';
import type { Target } from '../domain/registry-file.ts';
import type { Owners, Pin, Source, Stage } from '../domain/release.ts';
import type { RevisionOrigin } from '../domain/revision.ts';
import type { Scope } from '../domain/scope.ts';

export const STEP_KINDS = ['create', 'update', 'rename', 'retire', 'restage', 'reconvert', 'held', 'keep'] as const;

/**
 * create, update: content appears or changes. rename: the same entry under a name that lists the old one in `formerNames`. retire: it
 * disappears. restage: stage or owners change, content does not. reconvert: only a newer converter moved the digest. held: a rollback
 * rejected just this. keep: nothing to do.
 */
export type StepKind = (typeof STEP_KINDS)[number];

export interface Step {
  /** Over scope, connector, from, to and kind: the same step has the same digest in every plan. */
  readonly digest: Digest;
  readonly kind: StepKind;
  readonly connector: ConnectorId;
  readonly formerName?: ConnectorId;
  readonly from?: Digest;
  readonly to?: Digest;
  readonly class?: ChangeClass;
  readonly refused?: Refusal;
}

/** Why a step is refused, and the exact override that allows it; no override when nothing can. */
export interface Refusal {
  readonly why: string;
  readonly override?: Digest;
  /** What does it without an override: the entry that the repository lacks. */
  readonly acknowledgement?: LackingAcknowledgement;
}

/** Which breaking changes, against which live digest, an acknowledgement would have to name. */
export interface LackingAcknowledgement {
  readonly base: Digest;
  readonly fingerprints: readonly string[];
  /** Set when it belongs in registry.yaml: the folder that it names there. */
  readonly folder?: string;
}

export interface TargetPlan {
  readonly name: string;
  readonly scope: Scope;
  /** The live release that the steps start from; null for a scope that has none. */
  readonly parent: Digest | null;
  /** The registry's rule set, and whether it is the one that judged here. */
  readonly rules: { readonly digest: string; readonly same: boolean };
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly version: 1;
  /** Over the digests of all steps; other people's releases do not move it. */
  readonly digest: Digest;
  readonly targets: readonly TargetPlan[];
}

/** What the repository wants under one name. */
export interface DeclaredConnector {
  readonly id: ConnectorId;
  readonly digest: Digest;
  readonly stage: Stage;
  readonly owners: Owners;
  readonly formerNames: readonly string[];
  readonly origin?: RevisionOrigin;
}

export interface Declared {
  readonly target: Target;
  readonly connectors: readonly DeclaredConnector[];
  /** Digest of the rule set that judged them. */
  readonly rules: string;
}

export interface LiveEntry {
  readonly digest: Digest;
  readonly stage: Stage;
  readonly owners: Owners;
  readonly origin?: RevisionOrigin;
}

/** What a registry says of one scope to one source. */
export interface LiveState {
  readonly release: Digest | null;
  readonly sequence: number;
  readonly source: Source;
  /** The source's own entries. */
  readonly entries: ReadonlyMap<ConnectorId, LiveEntry>;
  /** Names that belong to other sources of the scope. */
  readonly taken: ReadonlySet<string>;
  /** What this source published last, before any rollback; `commit` is where it says that it came from. */
  readonly lastApplied: {
    readonly release: Digest;
    readonly entries: ReadonlyMap<ConnectorId, Digest>;
    readonly commit?: string;
  } | null;
  readonly pins: readonly Pin[];
  readonly rules: { readonly digest: string; readonly profile: string };
  /** Own connectors with a certified digest: retiring one wants an override. */
  readonly certified: ReadonlySet<string>;
}

/** What the change engine says of one connector, live against declared. */
export interface ChangeSummary {
  readonly class: ChangeClass | undefined;
  /** Breaking or forbidden changes that no acknowledgement covers. */
  readonly unacknowledged: number;
  /** An acknowledgement is there, and counts for nothing: it was given for another base, or names a change that is not there. */
  readonly lapsed?: boolean;
  /** What an acknowledgement would have to name; absent when none is enough, or nobody can tell. */
  readonly lacking?: Omit<LackingAcknowledgement, 'base'>;
}

/** Permission for one refused step, or for all refused steps of one plan, by digest. */
export interface Override {
  readonly digest: Digest;
  readonly reason: string;
}
