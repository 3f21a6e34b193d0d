import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '../../../src/adapters/store/audit-log.ts';
import type { Binding } from '../../../src/adapters/store/binding-store.ts';
import type { Commit } from '../../../src/adapters/store/release-store.ts';
import type { NewRevision, RevisionSummary } from '../../../src/adapters/store/revision-store.ts';
import type { TenantScope } from '../../../src/adapters/store/tenant-scope.ts';
import type { NewToken } from '../../../src/adapters/store/token-store.ts';
import { parseConnectorId, type ConnectorId } from '../../../src/domain/connector-id.ts';
import { parseDigest, type Digest } from '../../../src/domain/digest.ts';
import { NO_OWNERS, type ReleaseEntry, type Source } from '../../../src/domain/release.ts';
import { parseRegion, parseSubscriptionId, parseTenantId } from '../../../src/domain/scope.ts';

const guid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
export const TENANT = parseTenantId(guid(1))!;
export const OTHER_TENANT = parseTenantId(guid(2))!;
export const SCOPE: TenantScope = {
  subscription: parseSubscriptionId(guid(3))!,
  region: parseRegion('westeurope')!,
};
export const OTHER_SCOPE: TenantScope = { ...SCOPE, region: parseRegion('northeurope')! };
export const SOURCE: Source = 'github:42';
export const OTHER_SOURCE: Source = 'client:portal';

export const id = (text: string): ConnectorId => parseConnectorId(text)!;
export const digest = (number: number): Digest => parseDigest(`sha256:${number.toString(16).padStart(64, '0')}`)!;

export const SUMMARY: RevisionSummary = {
  title: 'Weather',
  description: 'It\'s "raining"; DROP TABLE revisions; --',
  publisher: 'Contoso',
  categories: ['Data'],
  products: [{ product: 'logic-apps', support: 'partial', reasons: ['it has a policy'] }],
  actions: 2,
  triggers: 0,
  hasIcon: true,
};

export function revision(number: number): NewRevision {
  return { digest: digest(number), bytes: Buffer.from(`{"revision":${number}}`), summary: SUMMARY };
}

let clock = Date.parse('2026-01-01T00:00:00Z');
export const audit = (action = 'test/act'): AuditEntry => {
  clock += 1000;
  return { at: clock, actor: 'ada', token: 'token-1', action, on: 'somewhere', request: 'req-1', details: { a: 1 } };
};

export function entry(number: number, change: Partial<ReleaseEntry> = {}): ReleaseEntry {
  return { digest: digest(number), source: SOURCE, stage: 'registered', owners: NO_OWNERS, ...change };
}

/** Release `sequence` has the digest 1000 + sequence. */
export function commit(
  sequence: number,
  changes: Readonly<Record<string, ReleaseEntry | null>>,
  more: {
    readonly header?: Partial<Commit['header']>;
    readonly pins?: Commit['pins'];
    readonly unpins?: Commit['unpins'];
  } = {},
): Commit {
  return {
    header: {
      digest: digest(1000 + sequence),
      scope: SCOPE,
      sequence,
      parent: sequence === 1 ? null : digest(1000 + sequence - 1),
      commit: 'c0ffee',
      source: SOURCE,
      publisher: { subject: 'repository:42', repository: 'contoso/connectors', run: '7' },
      kind: 'publish',
      at: '2026-01-01T00:00:00.000Z',
      reason: '',
      overrides: [],
      ...more.header,
    },
    changes: new Map(Object.entries(changes).map(([name, value]) => [id(name), value])),
    pins: more.pins ?? [],
    unpins: more.unpins ?? [],
  };
}

export function token(change: Partial<NewToken> = {}): NewToken {
  return {
    id: 'token-1',
    hash: 'a'.repeat(64),
    name: 'laptop',
    subject: 'ada',
    groups: ['makers'],
    role: 'publisher',
    source: 'client:local',
    grants: [{ subscription: SCOPE.subscription, region: '*' }],
    bound: undefined,
    repository: undefined,
    run: undefined,
    createdAt: 1,
    createdBy: 'root',
    expiresAt: undefined,
    ...change,
  };
}

export function binding(change: Partial<Binding> = {}): Binding {
  return {
    id: 'binding-1',
    repositoryId: '42',
    ownerId: '7',
    repository: 'contoso/connectors',
    workflow: '.github/workflows/publish.yml',
    ref: 'refs/heads/main',
    environment: undefined,
    role: 'publisher',
    source: SOURCE,
    scope: SCOPE,
    ...change,
  };
}

/** A folder that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
