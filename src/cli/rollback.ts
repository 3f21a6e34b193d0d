import type { Command } from 'commander';
import { targetsNamed } from '../app/plan-targets.ts';
import { rollback } from '../app/rollback.ts';
import { parseDigest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree } from '../load/load-tree.ts';
import { printable } from '../report/printable.ts';
import { authenticateFor } from './sign-in.ts';

interface RollbackOptions {
  readonly target: string;
  readonly reason: string;
}

export function addRollback(root: Command): void {
  root
    .command('rollback')
    .description('bring back an earlier release of this repository’s connectors')
    .argument('<release>', 'digest of the release to go back to (sha256:…)')
    .requiredOption('--target <name>', 'target of registry.yaml')
    .option('--reason <text>', 'why, for the record', 'no reason given')
    .action(async (release: string, options: RollbackOptions) => {
      const digest = parseDigest(release);
      if (digest === undefined)
        throw new Failure('usage', `"${release}" is not a release digest (sha256: and 64 digits)`);
      const { registry } = loadTree(diskTree(process.cwd()), ['']);
      for (const target of targetsNamed(registry, [options.target])) {
        const done = await rollback(target, digest, options.reason, authenticateFor(target));
        const held = done.held.length === 0 ? '' : `; held until they change: ${done.held.map(printable).join(', ')}`;
        console.log(`${printable(target.name)} is back: release ${done.sequence}, ${done.digest}${held}`);
      }
    });
}
