import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { casesOf } from './cases.ts';
import { definitionOf } from './definition.ts';
import { desiredDefinition } from './desired-definition.ts';
import { propertiesText } from './properties-text.ts';
import type { Solved } from './renew-operation.ts';
import { rewritten, type Rewritten } from './rewrite.ts';

/** The way out of what breaks: files that would not break it. Empty when there is none. */
export interface WayOut {
  /** By path, the text that a file would have, and what is done to it. */
  readonly files: ReadonlyMap<string, Rewritten>;
  readonly solved: readonly Solved[];
}

const NONE: WayOut = { files: new Map(), solved: [] };

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
  if (older === undefined || newer === undefined || older.major !== newer.major) return NONE;
  const documents = { before: before.openapi?.value ?? {}, after: after.openapi?.value ?? {} };
  const cases = casesOf(documents, breaking, skip);
  if (cases.length === 0) return NONE;

  const desired = desiredDefinition(older, newer, cases);
  const definition = rewritten(newer.document, desired.value, desired.origins);
  const properties = propertiesText(before, after, desired.solved);
  if (definition === undefined || properties.kind === 'stuck') return NONE;
  const files = new Map([[newer.document.file, definition]]);
  if (properties.kind === 'changed') files.set(properties.file, properties);
  return { files, solved: desired.solved };
}
