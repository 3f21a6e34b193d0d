import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Connector } from '../domain/connector.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { diagnosticsOfTree } from '../rules/diagnostics.ts';
import { inertAcknowledgements } from '../rules/inert-acknowledgements.ts';
import { oneConnectorPerChange } from '../rules/one-connector-per-change.ts';
import { compareDiagnostics } from '../rules/order.ts';
import type { CheckedTree } from './check-tree.ts';
import { differs } from './differs.ts';
import { judge, profilesOf, type Judging } from './judge.ts';
import { knownNow } from './known-now.ts';
import { markOld } from './mark-old.ts';

/** The same connectors at two times. */
export interface Compared {
  readonly before: LoadedTree;
  readonly after: LoadedTree;
  /** Folders whose files are the same in both: not judged in themselves. */
  readonly unchanged?: ReadonlySet<string>;
}

/** What is found in the newer tree, each finding marked by whether the older one had it. */
export function compareFindings({ before, after, unchanged = new Set() }: Compared, judging: Judging): CheckedTree {
  const base = knownNow(after.connectors, before.connectors);
  const isChanged = ({ folder }: { readonly folder: string }): boolean => !unchanged.has(folder);
  const now = judge(after, judging, new Set(after.connectors.filter(isChanged)));
  const then = judge({ ...before, connectors: base.connectors }, judging, new Set(base.connectors.filter(isChanged)));
  const marked = [...now].flatMap(([connector, { diagnostics }]): Diagnostic[] => {
    const former = base.formerly.get(connector);
    return markOld(diagnostics, former === undefined ? [] : (then.get(former)?.diagnostics ?? []));
  });
  const changed = after.connectors.filter((connector) => differs(connector, base.formerly.get(connector)));
  const profileOf = profilesOf(after, judging);
  const inert = changed.flatMap((connector) => {
    if (connector.manifest.acknowledgements.length === 0) return [];
    const digest = digestOfConnector(base.formerly.get(connector));
    return digest === undefined ? [] : inertAcknowledgements(connector, digest, profileOf(connector));
  });
  const ofChange = [...oneConnectorPerChange(changed, profileOf), ...inert];
  const ofTree = markOld(diagnosticsOfTree(after.findings), diagnosticsOfTree(before.findings));
  return {
    loaded: after,
    judged: after.connectors.filter(isChanged),
    diagnostics: [...ofTree, ...marked.concat(ofChange).sort(compareDiagnostics)],
    suppressed: [...now.values()].flatMap((one) => one.suppressed),
  };
}

function digestOfConnector(connector: Connector | undefined): string | undefined {
  const content = connector === undefined ? undefined : revisionContentOf(connector);
  return content === undefined ? undefined : digestOf(content);
}
