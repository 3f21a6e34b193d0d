import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { createLocalToken } from '../../src/server/bootstrap.ts';
import { SCOPE } from './harness.ts';

export interface ChildRegistry {
  readonly url: string;
  readonly process: ChildProcess;
  /** Sends the signal; gives the exit code, null when it died of the signal. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Starts a registry on a data folder as a process of its own, and waits until it listens. */
export async function startChild(folder: string): Promise<ChildRegistry> {
  const script = fileURLToPath(import.meta.resolve('./serve-child.ts'));
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const exited = once(child, 'exit');
  const url = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    exited.then(([code]) => Promise.reject(new Error(`the registry ended with ${code}: ${complaint.trim()}`))),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code] = await exited;
    return code;
  };
  return { url, process: child, end };
}

/** An operator's token that publishes as `client:local`, made while no server runs on the folder. */
export async function makeLocalToken(folder: string): Promise<string> {
  const store = await openStore(folder);
  const { secret } = await createLocalToken(store, { tenant: SCOPE.tenant, now: new Date() });
  await store.close();
  return secret;
}
