import { arrayMember } from '../domain/json.ts';
import type { FixPlanReport, OperationFix } from '../report/fix-plan-report.ts';
import { renderPatch } from '../report/patch.ts';
import { adviceFor } from '../way-out/advice.ts';
import type { Solved } from '../way-out/renew-operation.ts';
import type { ConnectorPlan } from './fix-plan.ts';
import { shownPath } from './tree-groups.ts';

/** Plans as a report. `written`: whether the files hold them now. */
export function fixPlanReport(plans: readonly ConnectorPlan[], written: boolean): FixPlanReport {
  return {
    version: 1,
    written,
    breaking: plans.reduce((sum, one) => sum + one.breaking.length, 0),
    left: plans.reduce((sum, one) => sum + one.left.length, 0),
    connectors: plans.map((plan) => ({
      connector: plan.connector,
      operations: plan.wayOut.solved.map((one) => operationFix(one, plan)),
      advice: adviceFor(plan.left),
      files: [...plan.wayOut.files].map(([path, { edits }]) => {
        const file = shownPath(plan.place, path);
        return { file, patch: renderPatch(file, plan.after?.texts.get(path) ?? '', edits) };
      }),
    })),
  };
}

function operationFix(solved: Solved, plan: ConnectorPlan): OperationFix {
  const { case: one, version, path, routedTo } = solved;
  const notes = notesOn(solved, plan);
  return {
    operationId: one.id,
    way: one.way,
    ...(version === undefined ? {} : { newOperationId: version.id }),
    ...(path === undefined ? {} : { path }),
    ...(routedTo === undefined ? {} : { routedTo }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function notesOn({ case: { after: now }, version, routedTo }: Solved, { after }: ConnectorPlan): string[] {
  const notes: string[] = [];
  if (version === undefined || after === undefined) return notes;
  if (routedTo !== undefined && after.properties === undefined) {
    notes.push(
      `Add a policy "routerequesttoendpoint" that sends "${version.id}" to ${routedTo}: there is no file here to say it in`,
    );
  }
  const listed = arrayMember(after.properties?.value, 'scriptOperations') ?? [];
  if (after.script !== undefined && (listed.length === 0 || listed.includes(now?.id ?? ''))) {
    notes.push(`The custom code is told "${version.id}" now: let it do for that what it does for "${now?.id ?? ''}"`);
  }
  return notes;
}
