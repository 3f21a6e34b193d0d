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
  /** 1, 2, ... among findings that are otherwise the same. */
  readonly occurrence: number;
}

/** 16 hexadecimal digits: reformatting, moving or rewording gives the same, another place or code another. */
export function fingerprintOf(identity: FindingIdentity): string {
  const { code, connector, where, terms, occurrence } = identity;
  const text = JSON.stringify([code, connector, where, terms, occurrence]);
  return hash('sha256', text).slice(0, 16);
}
