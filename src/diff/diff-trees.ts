import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { diffConnectors } from './diff-connectors.ts';
import { makeChange, type ConnectorFacts, type Draft } from './draft.ts';
import { quote } from './wording.ts';

/**
 * Every difference between two sets of connectors: by id, and by a former name that the older set still has and the newer has not.
 * `factsOf` is asked of each newer connector.
 */
export function diffTrees(
  before: readonly Connector[],
  after: readonly Connector[],
  factsOf?: (connector: Connector) => ConnectorFacts,
): Change[] {
  const older = new Map<string, Connector>(before.map((connector) => [connector.id, connector]));
  const newer = new Set<string>(after.map(({ id }) => id));
  const renamed = new Set<string>();
  const changes: Change[] = [];
  for (const connector of after.toSorted(byId)) {
    const former = connector.manifest.formerNames.find((name) => isFree(name, older, newer, renamed));
    const partner = older.get(connector.id) ?? older.get(former ?? '');
    if (partner === undefined) changes.push(addedChange(connector));
    else if (partner.id !== connector.id) {
      renamed.add(partner.id);
      changes.push(renamedChange(partner, connector));
    }
    if (partner !== undefined)
      for (const change of diffConnectors(partner, connector, factsOf?.(connector))) changes.push(change);
  }
  const removed = before.filter(({ id }) => !newer.has(id) && !renamed.has(id)).toSorted(byId);
  return [...removed.map(removedChange), ...changes];
}

/** A name that is still in use was never given up, and two connectors cannot come from the same one. */
function isFree(
  name: string,
  older: ReadonlyMap<string, Connector>,
  newer: ReadonlySet<string>,
  renamed: ReadonlySet<string>,
): boolean {
  return older.has(name) && !newer.has(name) && !renamed.has(name);
}

function byId(one: Connector, two: Connector): number {
  return one.id < two.id ? -1 : one.id > two.id ? 1 : 0;
}

const FOLDER = { part: 'folder', pointer: '' } as const;

function addedChange({ id }: Connector): Change {
  const draft: Draft = {
    kind: 'connector-added',
    place: FOLDER,
    about: [],
    message: `Connector ${quote(id)} is added`,
  };
  return makeChange(id, draft);
}

function removedChange({ id }: Connector): Change {
  const place = { ...FOLDER, removed: true } as const;
  return makeChange(id, { kind: 'connector-removed', place, about: [], message: `Connector ${quote(id)} is removed` });
}

function renamedChange(before: Connector, after: Connector): Change {
  const message = `Connector ${quote(before.id)} is renamed to ${quote(after.id)}`;
  return makeChange(after.id, { kind: 'connector-renamed', place: FOLDER, about: [before.id], message });
}
