import type { FilePlace } from './finding.ts';
import type { Json } from './json.ts';
import type { Pointer } from './pointer.ts';

export type Product = 'logic-apps' | 'power-automate' | 'power-apps';

/** `forbidden`: only a reviewer's override lifts it. `breaking`: needs an acknowledgement. */
export type ChangeClass = 'forbidden' | 'breaking' | 'warning' | 'safe';

/** What a change does to those who use the connector: their flow fails, the designer shows it wrongly, their connection must be repaired. */
export type ChangeEffect = 'flow-fails' | 'designer-breaks' | 'connection-breaks';

/** One difference between two versions of a connector, in the author's terms. `kind` is a public code with a page in docs/changes. */
export interface Change {
  readonly kind: string;
  readonly class: ChangeClass;
  readonly effect?: ChangeEffect;
  readonly connector: string;
  readonly operationId?: string;
  /**
   * Ids (or verb and path) of every operation that the change reaches, when it was made once in what several share, such as a definition.
   * `operationId` is absent then.
   */
  readonly operations?: readonly string[];
  /** Set where two things only look like one under another name: a person should say whether they are. */
  readonly probable?: true;
  /** Pointer into the newer document; into the older one for what was removed. */
  readonly pointer: Pointer;
  readonly part: 'openapi' | 'properties' | 'icon' | 'script' | 'readme' | 'folder';
  /** Whether `pointer` is into the older version. */
  readonly removed: boolean;
  readonly message: string;
  /** What was there and what is there now, where that is a value that people can read; of what has come or gone, only one of them. */
  readonly before?: Json;
  readonly after?: Json;
  readonly products: readonly Product[];
  /** 16 hexadecimal digits over kind, connector and structured arguments: an acknowledgement names it. */
  readonly fingerprint: string;
  readonly acknowledged?: boolean;
  /** Set by the caller that knows the files. */
  readonly at?: FilePlace;
}

const ORDER: readonly ChangeClass[] = ['safe', 'warning', 'breaking', 'forbidden'];

/** The most dangerous class among changes; undefined when there is none. */
export function worstClass(changes: readonly Pick<Change, 'class'>[]): ChangeClass | undefined {
  let worst = -1;
  for (const change of changes) worst = Math.max(worst, ORDER.indexOf(change.class));
  return ORDER[worst];
}
