import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { registryReader } from '../../src/adapters/registry/client.ts';
import type { Declaration } from '../../src/app/declare.ts';
import { liveChanges, summaries } from '../../src/app/live-changes.ts';
import { readLiveState } from '../../src/app/plan-targets.ts';
import { parseConnectorId, type ConnectorId } from '../../src/domain/connector-id.ts';
import type { Acknowledgement } from '../../src/domain/connector.ts';
import { stringMember, type JsonObject } from '../../src/domain/json.ts';
import { DEFAULT_THRESHOLDS, type Target } from '../../src/domain/registry-file.ts';
import { connectorFromRevision } from '../../src/load/from-revision.ts';
import { SCOPE, withRegistry, type Registry } from '../server/harness.ts';
import { publish } from '../server/publishing.ts';
import { sample, type Sample } from '../server/sample-connectors.ts';

const test = suite('app/live-changes');

const NAME = parseConnectorId('weather')!;
const PLAIN = sample();
const openapi = PLAIN.content.openapi as JsonObject & { readonly paths: Readonly<Record<string, JsonObject>> };
const [PATH = '', ITEM = {}] = Object.entries(openapi.paths)[0] ?? [];
const [VERB = '', OPERATION = {}] = Object.entries(ITEM)[0] ?? [];
const ID = stringMember(OPERATION, 'operationId') ?? '';

const withPaths = (version: string, paths: JsonObject): Sample =>
  sample('Weather', version, { openapi: { ...openapi, info: { ...(openapi['info'] as JsonObject), version }, paths } });
const deprecated = (version: string): Sample =>
  withPaths(version, { ...openapi.paths, [PATH]: { [VERB]: { ...(OPERATION as JsonObject), deprecated: true } } });
const { [PATH]: _, ...others } = openapi.paths;
const REMOVED = withPaths('9.0', others);

const target = (url: string): Target => ({
  name: 'production',
  scope: SCOPE,
  registry: url,
  connectors: ['*'],
  labels: [],
  stage: 'registered',
  thresholds: DEFAULT_THRESHOLDS,
});

function declared({ content, digest }: Sample, acknowledgements: readonly Acknowledgement[]): Declaration {
  const connector = connectorFromRevision(NAME, content);
  return {
    connector: { ...connector, manifest: { ...connector.manifest, acknowledgements } },
    digest,
    content,
    origin: undefined,
  };
}

/** What would change for those who use the connector, when it loses its operation on a day. */
async function changesOn(registry: Registry, token: string, now: string, given: readonly Acknowledgement[] = []) {
  const authenticate = async (): Promise<string> => token;
  const reader = registryReader({ registry: registry.url, scope: SCOPE }, authenticate);
  const live = await readLiveState(target(registry.url), reader);
  const declarations = new Map<ConnectorId, Declaration>([[NAME, declared(REMOVED, given)]]);
  const changes = await liveChanges(declarations, live, reader, {
    now,
    noticeDays: 30,
    factsOf: () => ({ certified: false }),
  });
  return { list: changes.get(NAME)?.changes ?? [], summary: summaries(changes, declarations).get(NAME) };
}

async function publishOn(registry: Registry, token: string, day: string, connector: Sample): Promise<void> {
  registry.clock.now = new Date(`${day}T23:30:00.000Z`);
  const { status, text } = await publish(registry, { token, connectors: { weather: connector } });
  assert.is(status, 201, text);
}

test('a removal is judged by the release that carried the deprecation', () =>
  withRegistry(async (registry) => {
    const token = await registry.token({ role: 'publisher', source: 'github:1', expiresAt: Date.parse('2030-01-01') });
    await publishOn(registry, token, '2026-03-01', deprecated('0.1'));
    await publishOn(registry, token, '2026-03-05', PLAIN);
    await publishOn(registry, token, '2026-04-01', deprecated('1.1'));
    await publishOn(registry, token, '2026-04-20', deprecated('1.2'));
    const early = await changesOn(registry, token, '2026-04-30');
    assert.equal([early.summary?.class, early.summary?.unacknowledged], ['breaking', 1]);
    assert.match(early.list[0]!.message, `"${ID}" is removed 29 days after its deprecation on 2026-04-01`);
    const late = await changesOn(registry, token, '2026-05-01');
    assert.equal([late.summary?.class, late.summary?.unacknowledged], ['warning', 0]);
    assert.is(late.list[0]!.kind, 'operation-removed-after-notice');
  }));

test('an acknowledgement counts against what is live, and one for something else is told', () =>
  withRegistry(async (registry) => {
    const token = await registry.token({ role: 'publisher', source: 'github:1', expiresAt: Date.parse('2030-01-01') });
    await publishOn(registry, token, '2026-03-01', PLAIN);
    const { list } = await changesOn(registry, token, '2026-03-02');
    const fingerprints = list.filter((one) => one.class === 'breaking').map((one) => one.fingerprint);
    const entry = { base: PLAIN.digest, fingerprints, reason: 'r', owner: 'o', at: { file: 'x' } };
    assert.equal((await changesOn(registry, token, '2026-03-02', [entry])).summary, {
      class: 'breaking',
      unacknowledged: 0,
    });
    const other = { ...entry, base: REMOVED.digest };
    assert.equal((await changesOn(registry, token, '2026-03-02', [other])).summary, {
      class: 'breaking',
      unacknowledged: 1,
      lapsed: true,
      lacking: { fingerprints },
    });
  }));

test.run();
