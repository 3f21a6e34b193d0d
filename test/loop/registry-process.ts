import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface ServeOptions {
  readonly folder: string;
  readonly tenant: string;
  readonly issuer: string;
  readonly jwks: string;
  /** More of the command line. */
  readonly args?: readonly string[];
}

/** `connectors serve` as a process of its own. */
export class RegistryProcess implements AsyncDisposable {
  readonly url: string;
  /** The first operator of the tenant. */
  readonly operatorToken: string;
  /** What it has logged by now. */
  readonly log: () => string;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, url: string, operatorToken: string, log: () => string) {
    this.#child = child;
    this.url = url;
    this.operatorToken = operatorToken;
    this.log = log;
  }

  static async start({ folder, tenant, issuer, jwks, args: more = [] }: ServeOptions): Promise<RegistryProcess> {
    const oidc = ['--oidc-issuer', issuer, '--oidc-jwks', jwks];
    const args = ['serve', '--data', folder, '--port', '0', '--tenant', tenant, ...oidc, ...more];
    const child = spawn(process.execPath, [resolve('scripts/connectors.ts'), ...args], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    const listening = new Promise<void>((done, fail) => {
      const look = (): void => {
        if (/listens on \S+,/.test(texts.stderr) && texts.stdout.includes('\n')) done();
      };
      child.stdout.setEncoding('utf8').on('data', (part: string) => ((texts.stdout += part), look()));
      child.stderr.setEncoding('utf8').on('data', (part: string) => ((texts.stderr += part), look()));
      child.once('close', (code) => fail(new Error(`serve ended with ${code}: ${texts.stderr}`)));
    });
    await listening;
    const url = /listens on (\S+),/.exec(texts.stderr)![1]!;
    return new RegistryProcess(child, url, texts.stdout.trim().split('\n').at(-1)!, () => texts.stderr);
  }

  /** Ends it as an operator would; the exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    this.#child.kill('SIGTERM');
    const [code] = (await once(this.#child, 'close')) as [number | null];
    return code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
