import type { Acknowledgement, Suppression } from './connector.ts';
import type { Owners, Stage } from './release.ts';
import type { Scope } from './scope.ts';

export const PROFILES = ['base', 'certified', 'independent-publisher', 'strict'] as const;
/** How strictly a connector is judged. */
export type Profile = (typeof PROFILES)[number];

/** `registry.yaml`: where connectors go, who owns them, how strictly they are judged. */
export interface RegistryFile {
  readonly targets: readonly Target[];
  readonly owners: readonly OwnersRule[];
  readonly profiles: readonly ProfileRule[];
  /** Ids of folders in Microsoft's layout, by folder path, for when two derived ids collide. */
  readonly ids: ReadonlyMap<string, string>;
  /** Suppressions of folders that have no connector.yaml to write them in. */
  readonly suppressions: readonly FolderSuppression[];
  /** Acknowledgements of folders that have no connector.yaml to write them in, or are removed. */
  readonly acknowledgements: readonly FolderAcknowledgement[];
  /** Days that an operation is deprecated before it may go. */
  readonly noticeDays: number;
}

export interface FolderSuppression extends Suppression {
  /** Path of exactly one connector's folder, from the root. */
  readonly folder: string;
}

export interface FolderAcknowledgement extends Acknowledgement {
  /** Path of exactly one connector's folder, from the root. It may be gone: removing a connector is what is acknowledged then. */
  readonly folder: string;
}

/** What Microsoft's page on deprecating operations asks for. */
export const DEFAULT_NOTICE_DAYS = 30;

/** A named scope, and what is published there. */
export interface Target {
  readonly name: string;
  readonly scope: Scope;
  /** Base URL of the registry, without a final slash. */
  readonly registry: string;
  /** Globs over connector ids; `!` at the start takes away. */
  readonly connectors: readonly string[];
  /** Only connectors with one of these labels; empty means all. */
  readonly labels: readonly string[];
  readonly stage: Stage;
  readonly thresholds: Thresholds;
}

/** When a plan is refused for retiring too much: more than `retiredShare` of at least `minimum` own entries. */
export interface Thresholds {
  /** 0 to 1. */
  readonly retiredShare: number;
  readonly minimum: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = { retiredShare: 0.3, minimum: 10 };

export interface OwnersRule {
  /** Glob over connector ids. The last rule that matches counts, as in CODEOWNERS. */
  readonly connectors: string;
  readonly owners: Owners;
}

export interface ProfileRule {
  /** Folder path from the root; everything below it. The longest that matches counts. */
  readonly folder: string;
  readonly profile: Profile;
}

export const EMPTY_REGISTRY_FILE: RegistryFile = {
  targets: [],
  owners: [],
  profiles: [],
  ids: new Map(),
  suppressions: [],
  acknowledgements: [],
  noticeDays: DEFAULT_NOTICE_DAYS,
};
