import { hash } from 'node:crypto';
import { parseConnectorId, type ConnectorId } from '../../src/domain/connector-id.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { DEFAULT_THRESHOLDS, type Target } from '../../src/domain/registry-file.ts';
import { NO_OWNERS } from '../../src/domain/release.ts';
import { parseScope } from '../../src/domain/scope.ts';
import type { Declared, DeclaredConnector, LiveEntry, LiveState } from '../../src/plan/plan.ts';

// Small catalogs for the tests of plans: a content is a word, its digest is the word's.

export const digest = (word: string): Digest => `sha256:${hash('sha256', word)}` as Digest;
export const id = (name: string): ConnectorId => parseConnectorId(name)!;

export const TARGET: Target = {
  name: 'production',
  scope: parseScope('11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222/westeurope')!,
  registry: 'http://127.0.0.1:1',
  connectors: ['*'],
  labels: [],
  stage: 'registered',
  thresholds: DEFAULT_THRESHOLDS,
};

export function connector(name: string, word: string, more: Partial<DeclaredConnector> = {}): DeclaredConnector {
  return { id: id(name), digest: digest(word), stage: 'registered', owners: NO_OWNERS, formerNames: [], ...more };
}

export function declared(connectors: readonly DeclaredConnector[], target: Target = TARGET): Declared {
  return { target, connectors, rules: 'rules-1' };
}

export function entry(word: string, more: Partial<LiveEntry> = {}): LiveEntry {
  return { digest: digest(word), stage: 'registered', owners: NO_OWNERS, ...more };
}

export function live(entries: Readonly<Record<string, LiveEntry>>, more: Partial<LiveState> = {}): LiveState {
  return {
    release: digest('release'),
    sequence: 7,
    source: 'github:1',
    entries: new Map(Object.entries(entries).map(([name, one]) => [id(name), one])),
    taken: new Set(),
    lastApplied: null,
    pins: [],
    rules: { digest: 'rules-1', profile: 'base' },
    certified: new Set(),
    ...more,
  };
}
