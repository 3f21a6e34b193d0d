import type { Connector } from '../domain/connector.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import type { Digest } from '../domain/digest.ts';
import { isSelected, matchesGlob } from '../domain/glob.ts';
import type { RegistryFile, Target } from '../domain/registry-file.ts';
import { NO_OWNERS, type Owners } from '../domain/release.ts';
import type { RevisionContent, RevisionOrigin } from '../domain/revision.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import type { Declared, DeclaredConnector } from '../plan/plan.ts';
import { ruleSetDigest } from '../rules/rule-set.ts';

/** A connector ready to publish: what its digest covers, and where it comes from. */
export interface Declaration {
  readonly connector: Connector;
  readonly digest: Digest;
  readonly content: RevisionContent;
  readonly origin: RevisionOrigin | undefined;
}

/** The connectors that can be published. One that could not be read has findings instead and no declaration. */
export function declarationsOf(connectors: readonly Connector[]): ReadonlyMap<ConnectorId, Declaration> {
  return new Map(
    connectors.flatMap((connector): [ConnectorId, Declaration][] => {
      const content = revisionContentOf(connector);
      if (content === undefined) return [];
      return [[connector.id, { connector, content, digest: digestOf(content), origin: originOf(connector) }]];
    }),
  );
}

/** What registry.yaml sends to one target. */
export function declaredFor(
  target: Target,
  declarations: ReadonlyMap<ConnectorId, Declaration>,
  registry: RegistryFile,
): Declared {
  const connectors = [...declarations.values()]
    .filter(({ connector }) => isSent(connector, target))
    .map(({ connector, digest, origin }): DeclaredConnector => ({
      id: connector.id,
      digest,
      stage: target.stage,
      owners: ownersOf(registry, connector.id),
      formerNames: connector.manifest.formerNames,
      ...(origin === undefined ? {} : { origin }),
    }));
  return { target, connectors, rules: ruleSetDigest() };
}

/** The owners of the last rule that matches, as in CODEOWNERS; nobody when none does. */
export function ownersOf(registry: RegistryFile, id: ConnectorId): Owners {
  return registry.owners.findLast((rule) => matchesGlob(rule.connectors, id))?.owners ?? NO_OWNERS;
}

function isSent({ id, manifest }: Connector, target: Target): boolean {
  const labelled = target.labels.length === 0 || target.labels.some((label) => manifest.labels.includes(label));
  return labelled && isSelected(target.connectors, id);
}

function originOf({ openapi }: Connector): RevisionOrigin | undefined {
  const from = openapi?.convertedFrom;
  return from === undefined ? undefined : { converter: from.converter, sourceSha256: from.sourceSha256 };
}
