import type { Step } from '../plan/plan.ts';
import { countSteps, visibleSteps } from './plan-report.ts';
import { plural, printable } from './printable.ts';

export interface SyncedTarget {
  readonly target: string;
  readonly steps: readonly Step[];
  readonly uploaded: number;
  readonly committed: { readonly digest: string; readonly sequence: number } | undefined;
}

/** What a sync did, a line each target. */
export function renderSyncText(targets: readonly SyncedTarget[]): string {
  return targets.map((target) => `${lineOf(target)}\n`).join('');
}

function lineOf({ target, steps, uploaded, committed }: SyncedTarget): string {
  const name = printable(target);
  if (committed === undefined) {
    const held = visibleSteps(steps).length;
    return `${name}: no changes${held > 0 ? ` (${held} held)` : ''}`;
  }
  const sent = `${plural(uploaded, 'revision')} uploaded`;
  return `${name}: release ${committed.sequence} is live (${countSteps(steps)}; ${sent}), ${committed.digest}`;
}
