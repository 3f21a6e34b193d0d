import type { ImportReport } from './import-report.ts';
import { renderImportText } from './import-text.ts';
import { plural, printable } from './printable.ts';

/** What an adoption came to: an import, and whether what was written is what is published. Versioned with it. */
export interface AdoptReport extends ImportReport {
  readonly adopted: Adopted;
}

export interface Adopted {
  /** Of what is published. */
  readonly digest: string;
  /** Between that and what was written; one sentence each. */
  readonly differences: readonly string[];
  /** Only for a registry: what a plan of the target has for the connector. */
  readonly plan?: AdoptedPlan;
}

export interface AdoptedPlan {
  readonly target: string;
  /** `keep` when it has nothing to do; `unselected` when registry.yaml does not send the connector there. */
  readonly step: string;
  /** What makes it `keep`; absent when it is. */
  readonly hint?: string;
}

/** Whether nothing is left to do. */
export function isSame({ adopted: { differences, plan } }: AdoptReport): boolean {
  return differences.length === 0 && (plan === undefined || plan.step === 'keep');
}

const MOST_DIFFERENCES = 20;

export function renderAdoptText(report: AdoptReport): string {
  const { digest, differences, plan } = report.adopted;
  const shown = differences.slice(0, MOST_DIFFERENCES).map((one) => `  ${one}`);
  const more = differences.length - shown.length;
  const proof =
    differences.length === 0
      ? [`The folder publishes what is published${exception(report)}: ${digest}`]
      : [`The folder publishes something else (${plural(differences.length, 'difference')}):`, ...shown];
  const lines = [...proof, ...(more > 0 ? [`  and ${more} more: --format json has them all`] : []), ...planLines(plan)];
  return `${renderImportText(report)}\n${lines.map((line) => `${printable(line)}\n`).join('')}`;
}

/** The proof is about what could be carried: what could not is no part of it. */
function exception({ losses }: AdoptReport): string {
  return losses.length === 0 ? '' : ', but for what is not carried over';
}

function planLines(plan: AdoptedPlan | undefined): string[] {
  if (plan === undefined) return [];
  if (plan.step === 'keep') return [`The plan for target ${plan.target} keeps it: nothing to do`];
  return [`The plan for target ${plan.target}: ${plan.step}`, ...(plan.hint === undefined ? [] : [`  ${plan.hint}`])];
}
