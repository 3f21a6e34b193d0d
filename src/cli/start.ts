import { openStore } from '../adapters/store/open-store.ts';
import { checkTree, reportOf } from '../app/check-tree.ts';
import { headCommit } from '../app/head-commit.ts';
import { planTargets, targetsNamed } from '../app/plan-targets.ts';
import { syncTarget, type SyncOutcome } from '../app/sync-target.ts';
import type { Target } from '../domain/registry-file.ts';
import { diskTree } from '../load/disk-tree.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { renderValidateText, summaryOf } from '../report/validate-text.ts';
import { createSignInCode } from '../server/bootstrap.ts';
import { closedBySignal, listen, type RunningServer } from '../server/listen.ts';
import { renderConnectorTable } from './connector-table.ts';
import { localToken, type LocalToken } from './local-token.ts';
import { isInteractive } from './output.ts';
import { LOCAL_FOLDER } from './sign-in.ts';
import { leaveSignals } from './signals.ts';
import { today } from './today.ts';

/** `npm start`: checks the connectors of the working folder, serves a registry on this machine, publishes to its target `local`. */
export async function start(): Promise<void> {
  const loaded = checkedOrReported();
  if (loaded === undefined) return;
  const [target] = targetsNamed(loaded.registry, ['local']);
  if (target === undefined) return;

  progress('Starting the registry');
  const store = await openStore(LOCAL_FOLDER);
  const token = await localToken(store, target.scope.tenant, LOCAL_FOLDER);
  const { hostname, port } = new URL(target.registry);
  const running = await listen({
    store,
    host: hostname,
    port: Number(port || '80'),
    config: { log: { level: 'error' } },
  });
  try {
    const outcome = await publish(loaded, target, token);
    progress('');
    console.log(renderConnectorTable(loaded.connectors, outcome));
    const code = await createSignInCode(store, { tenant: target.scope.tenant, tokenId: token.id, now: new Date() });
    console.log(farewell(running, code));
  } catch (cause) {
    await running.close();
    throw cause;
  }
  leaveSignals();
  await closedBySignal(running);
}

function checkedOrReported(): LoadedTree | undefined {
  progress('Checking connectors/');
  const checked = checkTree(diskTree(process.cwd()), ['connectors'], { today: today() });
  const report = reportOf(checked);
  progress('');
  if (report.counts.error === 0) {
    console.log(`Checked: ${summaryOf(report)}\n`);
    return checked.loaded;
  }
  process.stderr.write(renderValidateText(report));
  process.exitCode = 1;
  return undefined;
}

async function publish(loaded: LoadedTree, target: Target, token: LocalToken): Promise<SyncOutcome> {
  progress('Publishing');
  const authenticate = async (): Promise<string> => token.secret;
  const planned = await planTargets(loaded, [target.name], () => authenticate, { now: today() });
  const [one] = planned.targets;
  if (one === undefined) throw new Error('the plan of one target has no target');
  return syncTarget({
    planned: one,
    declarations: planned.declarations,
    registry: loaded.registry,
    authenticate,
    overrides: [],
    liftPins: [],
    now: planned.now,
    // On the own machine whoever looks at an older commit wants to see it.
    commit: { ...headCommit(process.cwd()), standsTo: () => 'apart' },
    progress: (done, total) => progress(`Publishing: ${done} of ${total}`),
  });
}

function farewell({ url }: RunningServer, code: string): string {
  return [
    `Catalog    ${url}/`,
    `Sign in    ${url}/signin/${code}`,
    '           (opens the catalog once, for you; it is good for ten minutes)',
    `API        ${url}/openapi.json`,
    '',
    'Ctrl-C stops the registry. Its data stays in .registry/, and the next "npm start" goes on from there.',
  ].join('\n');
}

/** One line that overwrites itself, for a person at a terminal only. */
function progress(text: string): void {
  if (isInteractive()) process.stderr.write(`\r\u{1b}[K${text === '' ? '' : `${text} …`}`);
}
