import { hash } from 'node:crypto';

/** What makes two findings the same one: not where a line is, and not how a message is worded. */
export interface FindingIdentity {
  readonly code: string;
  /** The connector's id; empty for a finding about the tree. */
  readonly connector: string;
  /** Which part or file. */
  readonly where: string;
  /** The place in the document's own terms (place-terms.ts). */
  readonly terms: readonly string[];
}

/** What makes two findings the same one, as one text. */
export function identityText({ code, connector, where, terms }: FindingIdentity): string {
  return JSON.stringify([code, connector, where, terms]);
}

/**
 * 16 hexadecimal digits: reformatting, moving or rewording gives the same, another place or code another. `occurrence` is 1, 2, ... among
 * findings that are otherwise the same.
 */
export function fingerprintOf(identity: string, occurrence: number): string {
  return hash('sha256', `${identity.slice(0, -1)},${occurrence}]`).slice(0, 16);
}
