import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { adviceFor, type Advice } from './advice.ts';
import { casesOf } from './cases.ts';
import { definitionOf } from './definition.ts';
import { desiredDefinition } from './desired-definition.ts';
import { propertiesText } from './properties-text.ts';
import type { Solved } from './renew-operation.ts';
import { rewrite } from './rewrite.ts';

/** The way out of what breaks: files that would break nothing, and what only a person can do. */
export interface WayOut {
  /** By path, the text that a file would have. */
  readonly files: ReadonlyMap<string, string>;
  readonly solved: readonly Solved[];
  readonly advice: readonly Advice[];
}

/**
 * Plans the way out for one connector. `breaking`: what breaks and nobody acknowledged. `skip`: ids of operations for which a plan did not
 * hold. Nothing is written.
 */
export function planWayOut(
  before: Connector,
  after: Connector,
  breaking: readonly Change[],
  skip: ReadonlySet<string> = new Set(),
): WayOut {
  const [older, newer] = [definitionOf(before), definitionOf(after)];
  if (older === undefined || newer === undefined || older.major !== newer.major) return nothing(breaking);
  const documents = { before: before.openapi?.value ?? {}, after: after.openapi?.value ?? {} };
  const { cases, others } = casesOf(documents, breaking, skip);
  if (cases.length === 0) return nothing(others);

  const desired = desiredDefinition(older, newer, cases);
  const text = rewrite(newer.document, desired.value, desired.origins);
  const properties = propertiesText(before, after, desired.solved);
  if (text === undefined || properties.kind === 'stuck') return nothing(breaking);
  const files = new Map([[newer.document.file, text]]);
  if (properties.kind === 'changed') files.set(properties.file, properties.text);
  return { files, solved: desired.solved, advice: adviceFor(others) };
}

function nothing(breaking: readonly Change[]): WayOut {
  return { files: new Map(), solved: [], advice: adviceFor(breaking) };
}
