import type { ConnectorId } from './connector-id.ts';
import type { At, FilePlace, Finding } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { Pointer } from './pointer.ts';

/** How a connector's files are laid out. `published` is a revision read back from a registry. */
export type Layout = 'native' | 'microsoft' | 'published';

/** A part that is a tree: its published value and the way back to the place in the author's file. */
export interface TreePart {
  /** File it was read from, relative to the root of the run. */
  readonly file: string;
  readonly value: JsonObject;
  /** From a pointer into `value` to the place in the author's file: another file or pointer when the layout translates. */
  readonly placeOf: (pointer: Pointer) => FilePlace;
  /** Set when `placeOf` puts this before a pointer and does nothing else: a function cannot go to another thread. */
  readonly prefix?: Pointer;
}

/** The OpenAPI 2.0 document that is published. */
export interface OpenApiPart extends TreePart {
  /** Set when the author's document is 3.x and this one was converted from it. */
  readonly convertedFrom?: { readonly version: string; readonly sourceSha256: string; readonly converter: string };
  /** The author's own document, where `value` was converted from it. */
  readonly authored?: JsonObject;
}

export interface BytesPart {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface TextPart {
  readonly file: string;
  /** Without byte order mark, with `\n` line endings. */
  readonly text: string;
}

/** One entry of `suppressions` in connector.yaml, or in registry.yaml for this folder. */
export interface Suppression {
  readonly rule: string;
  /** A pointer into the author's file, or an operation id; absent means the whole connector. */
  readonly place?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly expires: string;
  /** Where it is written. */
  readonly at: At;
}

/** One entry of `acknowledgements` in connector.yaml, or in registry.yaml for this folder: these breaking changes, against this base, are meant. */
export interface Acknowledgement {
  readonly base: string;
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** Where it is written. */
  readonly at: At;
}

/** What the repository knows of a connector and never publishes. */
export interface Manifest {
  readonly formerNames: readonly string[];
  readonly labels: readonly string[];
  readonly suppressions: readonly Suppression[];
  readonly acknowledgements: readonly Acknowledgement[];
}

/** A connector as read from a folder. Parts that are missing or unreadable are undefined, and `findings` says why. */
export interface Connector {
  readonly id: ConnectorId;
  readonly layout: Layout;
  /** Path of the folder from the root of the run, with `/`; "." when the root itself is the connector. */
  readonly folder: string;
  /** Every file of the folder, relative to the root of the run, sorted. */
  readonly files: readonly string[];
  readonly openapi: OpenApiPart | undefined;
  /** The object that apiProperties.json calls `properties`: Microsoft's names, whatever the layout. */
  readonly properties: TreePart | undefined;
  readonly manifest: Manifest;
  /**
   * The raw value of connector.yaml, for judging it against its schema; only in the native layout and only when it parsed to an object.
   * `src/load/native-layout.ts` fills it; `placeOf` keeps the pointer and names the file.
   */
  readonly manifestPart?: TreePart;
  readonly icon: BytesPart | undefined;
  readonly script: TextPart | undefined;
  readonly readme: TextPart | undefined;
  /** Every text file that was read, by path, as read: what lines and columns are counted in. */
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** Set when the team's own rules judged its whole document, and are those that judge it from now on. */
  readonly isStyleJudged?: true;
  /** Of a connector of a base: what it is now. Its findings are known by the names that operations have there. */
  readonly later?: Connector;
}

export const EMPTY_MANIFEST: Manifest = { formerNames: [], labels: [], suppressions: [], acknowledgements: [] };
