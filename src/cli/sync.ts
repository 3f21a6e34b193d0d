import { type Command, Option } from 'commander';
import { headCommit } from '../app/head-commit.ts';
import { parseOverrides } from '../app/overrides.ts';
import { planTargets } from '../app/plan-targets.ts';
import { refuseOtherThan } from '../app/saved-plan.ts';
import { syncTargets } from '../app/sync-targets.ts';
import { plural, printable } from '../report/printable.ts';
import { renderSyncText } from '../report/sync-text.ts';
import { isInteractive, outputOption, writeReport } from './output.ts';
import { checkedTreeOrReport } from './prepare-tree.ts';
import { authenticateFor } from './sign-in.ts';
import { today } from './today.ts';

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
      const overrides = parseOverrides(options.override ?? [], options.reason ?? '');
      const loaded = checkedTreeOrReport();
      if (loaded === undefined) {
        process.exitCode = 1;
        return;
      }
      const liftPins = options.lift ?? [];
      const planned = await planTargets(loaded, options.target ?? [], authenticateFor, { now: today(), liftPins });
      if (options.plan !== undefined) refuseOtherThan(options.plan, planned.plan);
      const outcomes = await syncTargets({
        planned,
        registry: loaded.registry,
        authenticateFor,
        overrides,
        liftPins,
        commit: headCommit(process.cwd()),
        progress: showProgress,
      });
      writeReport(
        options.format === 'json'
          ? `${JSON.stringify({ version: 1, targets: outcomes }, null, 2)}\n`
          : renderSyncText(outcomes),
        options,
      );
    });
}

function showProgress(target: string, done: number, total: number): void {
  if (!isInteractive() || total === 0) return;
  const end = done === total ? '\n' : '';
  process.stderr.write(`\r${printable(target)}: uploaded ${done} of ${plural(total, 'revision')}${end}`);
}
