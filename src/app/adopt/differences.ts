import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Connector } from '../../domain/connector.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import { canonicalForm, revisionContentOf } from '../../digest/revision-digest.ts';
import { diffConnectors } from '../../diff/diff-connectors.ts';
import { connectorFromRevision } from '../../load/from-revision.ts';

/**
 * What of a connector as it was written is not as it is published: one sentence each, none when their digests are the same. What the change
 * engine does not name, such as the order of keys, is told by the part that it is in.
 */
export function differences(id: ConnectorId, published: RevisionContent, written: Connector | undefined): string[] {
  const content = written === undefined ? undefined : revisionContentOf(written);
  if (written === undefined || content === undefined) return ['The folder that was written cannot be read'];
  if (canonicalForm(content) === canonicalForm(published)) return [];
  const changes = diffConnectors(connectorFromRevision(id, published), written).map(({ message }) => message);
  return changes.length > 0 ? changes : partsThatDiffer(published, content);
}

const PARTS: readonly (readonly [part: keyof RevisionContent, words: string])[] = [
  ['openapi', 'The OpenAPI document differs'],
  ['properties', 'The properties differ'],
  ['icon', 'The icon differs'],
  ['script', 'The custom code differs'],
  ['readme', 'The readme differs'],
];

function partsThatDiffer(one: RevisionContent, two: RevisionContent): string[] {
  const [before, after] = [one, two].map((content) => JSON.parse(canonicalForm(content)) as JsonObject);
  return PARTS.flatMap(([part, words]) =>
    JSON.stringify(before?.[part]) === JSON.stringify(after?.[part]) ? [] : [words],
  );
}
