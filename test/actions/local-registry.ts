import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { parseTenantId } from '../../src/domain/scope.ts';
import { bootstrap } from '../../src/server/bootstrap.ts';
import { listen, type RunningServer } from '../../src/server/listen.ts';
import { failWith, type Failing } from './fake-answers.ts';
import type { Issuer } from './issuer.ts';
import { Operator } from './operator.ts';
import { TENANT } from './sample-connector.ts';

/** A real registry with its own database, behind a gateway that can fail as gateways do. */
export class LocalRegistry implements AsyncDisposable {
  readonly operator: Operator;
  /** Method and path of each request. */
  readonly seen: string[] = [];
  readonly #gateway: Server;
  readonly #running: RunningServer;
  readonly #folder: string;
  readonly #failing: { pattern: RegExp; how: Failing }[] = [];

  constructor(gateway: Server, running: RunningServer, folder: string, token: string) {
    this.#gateway = gateway;
    this.#running = running;
    this.#folder = folder;
    this.operator = new Operator(running.url, token);
    gateway.on('request', (asked, response) => this.#forward(asked, response));
  }

  static async start(issuer: Issuer): Promise<LocalRegistry> {
    const folder = mkdtempSync(join(tmpdir(), 'registry-'));
    const store = await openStore(folder);
    const first = await bootstrap(store, { tenant: parseTenantId(TENANT)!, now: new Date() });
    const gateway = createServer();
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const oidc = { issuer: issuer.url, jwksUrl: issuer.jwksUrl };
    const log = { level: 'error', stream: { write: () => {} } } as const;
    const config = { publicUrl: originOf(gateway), oidc, log, signInsPerMinute: 10_000 };
    const running = await listen({ store, port: 0, config });
    const registry = new LocalRegistry(gateway, running, folder, first!.secret);
    await registry.operator.bindWorkflows();
    return registry;
  }

  /** The address that users and workflows know. */
  get url(): string {
    return originOf(this.#gateway);
  }

  /** From now on requests fail whose `METHOD /path` matches. */
  fail(pattern: RegExp, how: Failing): void {
    this.#failing.unshift({ pattern, how });
  }

  mend(): void {
    this.#failing.length = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#gateway.closeAllConnections();
    await new Promise((resolve) => this.#gateway.close(resolve));
    await this.#running.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #forward(asked: IncomingMessage, response: ServerResponse): void {
    const what = `${asked.method} ${asked.url}`;
    this.seen.push(what);
    const failing = this.#failing.find(({ pattern }) => pattern.test(what));
    if (failing !== undefined) return failWith(failing.how, response);
    const { method, headers, url } = asked;
    const passed = request(new URL(url ?? '/', this.#running.url), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    asked.pipe(passed);
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
