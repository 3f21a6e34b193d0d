import { createHash } from 'node:crypto';
import { parseSnapshot, snapshotOf, type ImportedParts, type ImportSnapshot } from '../../convert/reimport-snapshot.ts';
import { member, objectMember, stringMember, type Json } from '../../domain/json.ts';
import { parseJson } from '../../load/parse-json.ts';
import { decisionsJson, parseDecisions, type Decisions } from './decisions.ts';

/** What an import leaves in a connector's folder for the next one. It is no part of what is published. */
export const RECORD_FILE = '.import.json';

export interface ImportRecord {
  readonly decisions: Decisions;
  /** What the import made of the source, before anybody edited it. */
  readonly snapshot: ImportSnapshot;
  /** Short hashes of the other files that it wrote, by name. */
  readonly files: ReadonlyMap<string, string>;
}

const ABOUT =
  'Written by "connectors import". With it, importing the source again keeps what was edited by hand. It holds hashes, no secrets, and is not published';

export function recordOf(
  decisions: Decisions,
  parts: ImportedParts,
  others: ReadonlyMap<string, Uint8Array>,
): ImportRecord {
  const files = [...others].map(([name, bytes]) => [name, shortHash(bytes)] as const);
  return { decisions, snapshot: snapshotOf(parts), files: new Map(files) };
}

/** One line a part: what a person may want to read comes first. */
export function recordText({ decisions, snapshot, files }: ImportRecord): string {
  const parts: readonly (readonly [key: string, value: Json])[] = [
    ['version', 1],
    ['about', ABOUT],
    ['decisions', decisionsJson(decisions)],
    ['files', Object.fromEntries([...files].toSorted(([one], [two]) => (one < two ? -1 : 1)))],
    ['native', snapshot.native],
    ['openapi', snapshot.openapi],
  ];
  const lines = parts.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Undefined for a text that is no record, so that nothing is ever merged by a broken one. */
export function parseRecord(text: string): ImportRecord | undefined {
  const { value } = parseJson(RECORD_FILE, text);
  const snapshot = value === undefined ? undefined : parseSnapshot(value);
  if (snapshot === undefined) return undefined;
  const files = Object.keys(objectMember(value, 'files') ?? {}).flatMap((name) => {
    const hash = stringMember(member(value, 'files'), name);
    return hash === undefined ? [] : [[name, hash] as const];
  });
  return { decisions: parseDecisions(member(value, 'decisions')), snapshot, files: new Map(files) };
}

export function shortHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** What the source of a record calls itself, without reading all of the record. */
export function sourceTitleIn(text: string): string | undefined {
  const line = /^ {2}"decisions": (\{.*\}),$/m.exec(text)?.[1];
  return line === undefined ? undefined : parseDecisions(parseJson(RECORD_FILE, line).value).sourceTitle;
}
