import { type Command, Option } from 'commander';
import { headCommit } from '../app/head-commit.ts';
import { planTargets } from '../app/plan-targets.ts';
import { refuseOtherThan } from '../app/saved-plan.ts';
import { syncTarget, type SyncOutcome } from '../app/sync-target.ts';
import { parseDigest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import type { Override } from '../plan/plan.ts';
import { plural, printable } from '../report/printable.ts';
import { renderSyncText } from '../report/sync-text.ts';
import { isInteractive, outputOption, writeReport } from './output.ts';
import { checkedTreeOrReport } from './prepare-tree.ts';
import { authenticateFor } from './sign-in.ts';

interface SyncOptions {
  readonly target?: readonly string[];
  readonly plan?: string;
  readonly override?: readonly string[];
  readonly reason?: string;
  readonly lift?: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
}

export function addSync(root: Command): void {
  root
    .command('sync')
    .description('publish: all of it or none of it, in each target')
    .option('--target <name...>', 'only these targets of registry.yaml')
    .option('--plan <file>', 'refuse unless the plan is still the one in this file')
    .option('--override <digest...>', 'allow a refused step, or all of a plan, by its digest')
    .option('--reason <text>', 'why, for the record; an override needs one')
    .option('--lift <connector...>', 'publish held connectors all the same')
    .addOption(new Option('--format <format>', 'how to print the report').choices(['text', 'json']).default('text'))
    .addOption(outputOption())
    .action(async (options: SyncOptions) => {
      const overrides = overridesOf(options);
      const loaded = checkedTreeOrReport();
      if (loaded === undefined) {
        process.exitCode = 1;
        return;
      }
      const liftPins = options.lift ?? [];
      const planned = await planTargets(loaded, options.target ?? [], authenticateFor, liftPins);
      if (options.plan !== undefined) refuseOtherThan(options.plan, planned.plan);
      const outcomes: SyncOutcome[] = [];
      for (const one of planned.targets) {
        outcomes.push(
          await syncTarget({
            planned: one,
            declarations: planned.declarations,
            registry: loaded.registry,
            authenticate: authenticateFor(one.target),
            overrides,
            liftPins,
            planDigest: planned.plan.digest,
            commit: headCommit(process.cwd()),
            progress: (done, total) => showProgress(one.target.name, done, total),
          }),
        );
      }
      writeReport(
        options.format === 'json'
          ? `${JSON.stringify({ version: 1, targets: outcomes }, null, 2)}\n`
          : renderSyncText(outcomes),
        options,
      );
    });
}

function overridesOf({ override = [], reason }: SyncOptions): Override[] {
  if (override.length > 0 && (reason ?? '').trim() === '') {
    throw new Failure('usage', 'An override needs a --reason: it is kept with the release');
  }
  return override.map((text) => {
    const digest = parseDigest(text);
    if (digest === undefined)
      throw new Failure('usage', `"${text}" is not the digest of a step or a plan (sha256: and 64 digits)`);
    return { digest, reason: reason ?? '' };
  });
}

function showProgress(target: string, done: number, total: number): void {
  if (!isInteractive() || total === 0) return;
  const end = done === total ? '\n' : '';
  process.stderr.write(`\r${printable(target)}: uploaded ${done} of ${plural(total, 'revision')}${end}`);
}
