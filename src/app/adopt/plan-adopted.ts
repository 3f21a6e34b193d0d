import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Target } from '../../domain/registry-file.ts';
import type { LoadedTree } from '../../load/load-tree.ts';
import type { AdoptedPlan } from '../../report/adopt-report.ts';
import { planTargets, type AuthenticateFor } from '../plan-targets.ts';

interface Asked {
  readonly target: Target;
  readonly id: ConnectorId;
  readonly authenticateFor: AuthenticateFor;
  /** YYYY-MM-DD. */
  readonly now: string;
}

/** What the plan of a target has for a connector that was adopted from it, as the repository is now. Reads only. */
export async function planAdopted(
  loaded: LoadedTree,
  { target, id, authenticateFor, now }: Asked,
): Promise<AdoptedPlan> {
  const { plan, targets } = await planTargets(loaded, [target.name], authenticateFor, { now });
  const step = plan.targets[0]?.steps.find(({ connector }) => connector === id);
  const isTaken = targets[0]?.live.taken.has(id) === true;
  const kind = step === undefined || step.kind === 'retire' ? 'unselected' : step.kind;
  const isHere = loaded.connectors.some((connector) => connector.id === id);
  const why = isTaken ? TAKEN : isHere ? HINTS[kind] : ELSEWHERE;
  return { target: target.name, step: isTaken ? 'taken' : kind, ...(why === undefined ? {} : { hint: why }) };
}

const TAKEN = 'The name belongs to another source of the target: only that one can publish it';

const ELSEWHERE = 'The folder is outside of this repository: plan where it belongs';

const HINTS: Readonly<Record<string, string | undefined>> = {
  unselected:
    'Name it below "connectors" of the target in registry.yaml, and give it a label if the target asks for one',
  restage: 'Its owners are others: name them below "owners" in registry.yaml',
  held: 'A rollback holds what is written; "connectors plan --lift" shows what would change',
};
