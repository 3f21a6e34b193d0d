import type { Connector } from '../domain/connector.ts';
import type { RegistryFile } from '../domain/registry-file.ts';
import { matchConnectors, type ConnectorMatch, type FolderOf } from '../diff/match-connectors.ts';

/** One side of a comparison: a loaded tree, or one whose connectors are read when they are asked for, in the order of their folders. */
export interface TreeSide {
  readonly registry: RegistryFile;
  readonly connectors: Iterable<Connector>;
}

export type Paired =
  | { readonly kind: 'both'; readonly match: ConnectorMatch }
  | { readonly kind: 'removed'; readonly before: Connector }
  | { readonly kind: 'added'; readonly after: Connector };

/**
 * The connectors of two sides, each with its other version. Those that lie in the same folder under the same name are given as soon as both
 * are read, and not kept: of large trees only what is new, gone, moved or renamed stays in memory until the end.
 */
export function* pairConnectors(
  before: readonly TreeSide[],
  after: readonly TreeSide[],
  folderOf: FolderOf,
): Generator<Paired> {
  const older: Connector[] = [];
  const newer: Connector[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const sides = [before[index]?.connectors ?? [], after[index]?.connectors ?? []] as const;
    for (const match of inStep(...sides, folderOf, { older, newer })) yield { kind: 'both', match };
  }
  const { matched, removed, added } = matchConnectors(older, newer, folderOf);
  for (const connector of removed) yield { kind: 'removed', before: connector };
  for (const match of matched) yield { kind: 'both', match };
  for (const connector of added) yield { kind: 'added', after: connector };
}

interface Left {
  readonly older: Connector[];
  readonly newer: Connector[];
}

/** Walks both sides by folder, and leaves over what the other one does not have there. */
function* inStep(
  before: Iterable<Connector>,
  after: Iterable<Connector>,
  folderOf: FolderOf,
  left: Left,
): Generator<ConnectorMatch> {
  const [olders, newers] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let one = next(olders);
  let two = next(newers);
  while (one !== undefined || two !== undefined) {
    const order = one === undefined ? 1 : two === undefined ? -1 : compare(folderOf(one), folderOf(two));
    if (one !== undefined && two !== undefined && order === 0 && one.id === two.id) {
      yield { before: one, after: two, by: 'name' };
    } else {
      if (one !== undefined && order <= 0) left.older.push(one);
      if (two !== undefined && order >= 0) left.newer.push(two);
    }
    if (order <= 0) one = next(olders);
    if (order >= 0) two = next(newers);
  }
}

function next(iterator: Iterator<Connector>): Connector | undefined {
  const step = iterator.next();
  return step.done === true ? undefined : step.value;
}

function compare(one: string, two: string): number {
  return one === two ? 0 : one < two ? -1 : 1;
}
