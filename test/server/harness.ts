import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/store/open-store.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { parseScope, scopeText, type Scope } from '../../src/domain/scope.ts';
import type { Grant, Role } from '../../src/domain/visibility.ts';
import { issueToken } from '../../src/server/auth/issue-token.ts';
import type { ServerConfig } from '../../src/server/config.ts';
import { listen, type RunningServer } from '../../src/server/listen.ts';
import { parseSource } from '../../src/domain/release.ts';

const guid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
export const scopeOf = (tenant: number, subscription: number, region = 'westeurope'): Scope =>
  parseScope(`${guid(tenant)}/${guid(subscription)}/${region}`)!;

/** The scope that most tests publish to: tenant 1, subscription 3. */
export const SCOPE = scopeOf(1, 3);
export const pathOf = (scope: Scope, rest = ''): string => `/v1/scopes/${scopeText(scope)}${rest}`;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** The body as text. */
  readonly text: string;
  /** The body as JSON; undefined when it is not. */
  // oxlint-disable-next-line typescript/no-explicit-any -- an answer is what the test says it is
  readonly json: any;
}

export interface Call {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON, text and bytes as they are. */
  readonly body?: unknown;
}

export interface TokenOptions {
  readonly role?: Role;
  readonly source?: string;
  readonly subject?: string;
  readonly groups?: readonly string[];
  readonly grants?: readonly Grant[];
  readonly scope?: Scope;
  readonly expiresAt?: number;
}

export interface Registry {
  readonly url: string;
  readonly store: Store;
  readonly folder: string;
  readonly running: RunningServer;
  /** Lines that were logged. */
  readonly log: string[];
  readonly clock: { now: Date };
  readonly call: (path: string, call?: Call) => Promise<Answer>;
  /** A token; with the grant of the scope's subscription unless other grants are given. */
  readonly token: (options?: TokenOptions) => Promise<string>;
}

/** Starts a registry with its own database on a free port; it is gone after the work. */
export async function withRegistry(
  work: (registry: Registry) => Promise<void>,
  config: ServerConfig = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const store = await openStore(folder);
  const log: string[] = [];
  const clock = { now: new Date('2026-03-01T12:00:00.000Z') };
  const running = await listen({
    store,
    port: 0,
    clock: () => clock.now,
    config: {
      log: { level: 'debug', stream: { write: (line) => void log.push(line) } },
      signInsPerMinute: 1000,
      ...config,
    },
  });
  try {
    await work({
      url: running.url,
      store,
      folder,
      running,
      log,
      clock,
      call: caller(running.url),
      token: tokens(store, clock),
    });
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function caller(url: string): Registry['call'] {
  return async (path, { method = 'GET', token, headers = {}, body } = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? Buffer.from(body as string) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    return { status: response.status, headers: response.headers, bytes, text, json: jsonOf(text) };
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function tokens(store: Store, clock: { now: Date }): Registry['token'] {
  return async ({ role = 'reader', source, subject = 'ada', groups = [], scope = SCOPE, grants, expiresAt } = {}) => {
    const own = [{ subscription: scope.subscription, region: scope.region }];
    const { secret } = await issueToken(
      store.tenant(scope.tenant),
      {
        name: `${subject} as ${role}`,
        subject,
        groups,
        role,
        source: source === undefined ? undefined : parseSource(source),
        grants: grants ?? own,
        createdBy: 'test',
        expiresAt,
        now: clock.now,
      },
      (id) => ({ at: clock.now.getTime(), actor: 'test', action: 'token/create', on: id }),
    );
    return secret;
  };
}
