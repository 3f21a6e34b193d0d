import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { diffConnectors } from './diff-connectors.ts';
import { makeChange, type ConnectorFacts } from './draft.ts';
import { byId, matchConnectors, type ConnectorMatch, type FolderOf } from './match-connectors.ts';
import { quote } from './wording.ts';

/** What changed in one connector; one side is missing when it is new or gone. */
export interface ConnectorDiff {
  readonly before?: Connector;
  readonly after?: Connector;
  readonly changes: readonly Change[];
}

/** What is known of a connector besides its files; asked of each newer one. */
export type FactsOf = (connector: Connector) => ConnectorFacts;

/** Every difference between two sets of connectors, what is gone first. */
export function diffTrees(before: readonly Connector[], after: readonly Connector[], factsOf?: FactsOf): Change[] {
  return diffEach(before, after, factsOf).flatMap(({ changes }) => changes);
}

/** The same, by connector. One without a change is there too. */
export function diffEach(
  before: readonly Connector[],
  after: readonly Connector[],
  factsOf?: FactsOf,
  folderOf: FolderOf = ({ folder }) => folder,
): readonly ConnectorDiff[] {
  const { matched, removed, added } = matchConnectors(before, after, folderOf);
  const both = matched.map((match) => diffMatch(match, factsOf?.(match.after), folderOf));
  const fresh = added.map((connector) => ({ after: connector, changes: [addedChange(connector)] }));
  return [
    ...removed.map((connector) => ({ before: connector, changes: [removedChange(connector)] })),
    ...[...both, ...fresh].sort((one, two) => byId(one.after, two.after)),
  ];
}

/** What changed between two versions of one connector. */
export function diffMatch(
  match: ConnectorMatch,
  facts: ConnectorFacts | undefined,
  folderOf: FolderOf,
): Required<ConnectorDiff> {
  const { before, after } = match;
  const changes = [...identityChanges(match, folderOf), ...diffConnectors(before, after, facts)];
  return { before, after, changes };
}

const FOLDER = { part: 'folder', pointer: '' } as const;

function identityChanges({ before, after, by }: ConnectorMatch, folderOf: FolderOf): Change[] {
  if (before.id !== after.id) return [renamedChange(before, after, by)];
  const values = [folderOf(before), folderOf(after)] as const;
  if (values[0] === values[1]) return [];
  const message = `Connector ${quote(after.id)} moves from folder ${quote(values[0])} to ${quote(values[1])}`;
  return [makeChange(after.id, { kind: 'connector-moved', place: FOLDER, about: values, values, message })];
}

export function addedChange({ id }: Connector): Change {
  return makeChange(id, {
    kind: 'connector-added',
    place: FOLDER,
    about: [],
    message: `Connector ${quote(id)} is added`,
  });
}

export function removedChange({ id }: Connector): Change {
  const place = { ...FOLDER, removed: true } as const;
  return makeChange(id, { kind: 'connector-removed', place, about: [], message: `Connector ${quote(id)} is removed` });
}

/** Where nobody says so, a person should: `formerNames` does. */
function renamedChange(before: Connector, after: Connector, by: ConnectorMatch['by']): Change {
  const isDeclared = by === 'former-name';
  const more = isDeclared ? '' : ', which does not name it in "formerNames"';
  return makeChange(after.id, {
    kind: 'connector-renamed',
    place: FOLDER,
    about: [before.id],
    values: [before.id, after.id],
    ...(isDeclared ? {} : { probable: true }),
    message: `Connector ${quote(before.id)} is renamed to ${quote(after.id)}${more}`,
  });
}
