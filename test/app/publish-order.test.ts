import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { publishTree } from '../../src/app/publish-tree.ts';
import { rollback } from '../../src/app/rollback.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { DEFAULT_THRESHOLDS, type Target } from '../../src/domain/registry-file.ts';
import { Repository } from '../actions/repository.ts';
import { connectorFiles, OPENAPI, registryFile, SCOPE } from '../actions/sample-connector.ts';
import { parseScope } from '../../src/domain/scope.ts';
import { withRegistry, type Registry } from '../server/harness.ts';

const test = suite('app/publish-order');

const scope = parseScope(SCOPE)!;
const titled = (title: string) => connectorFiles('weather', OPENAPI.replace('title: Weather', `title: ${title}`));

interface Scene {
  readonly repository: Repository;
  /** Publishes what is in a folder; gives the failure that stopped it. */
  readonly publish: (folder: string, overrides?: readonly string[]) => Promise<Failure | undefined>;
  /** The title that is live. */
  readonly title: () => Promise<string>;
  readonly release: () => Promise<Digest>;
  readonly rollBack: (release: Digest) => Promise<unknown>;
}

/** A registry, and a repository whose first commit has the title "Weather 1". */
async function inScene(run: (scene: Scene) => Promise<void>): Promise<void> {
  await withRegistry(async (registry) => {
    using repository = new Repository({ ...titled('Weather 1'), 'registry.yaml': registryFile(registry.url) });
    await run(await sceneOf(registry, repository));
  });
}

async function sceneOf(registry: Registry, repository: Repository): Promise<Scene> {
  const token = await registry.token({ role: 'publisher', source: 'github:1', scope });
  const head = async () => (await registry.call(`/v1/scopes/${SCOPE}/releases/head`, { token })).json;
  const authenticate = async (): Promise<string> => token;
  const target: Target = {
    name: 'production',
    registry: registry.url,
    scope,
    connectors: ['*'],
    labels: [],
    stage: 'registered',
    thresholds: DEFAULT_THRESHOLDS,
  };
  return {
    repository,
    publish: async (root, overrides = []) => {
      const published = publishTree({
        root,
        today: '2026-03-01',
        targets: [],
        isReachable: () => true,
        liftPins: [],
        overrides: overrides.map((digest) => ({ digest: digest as Digest, reason: 'on purpose' })),
        authenticateFor: () => authenticate,
        planned: async () => {},
        finished: () => {},
      });
      const end = await published.catch((cause: unknown) => cause);
      if (end instanceof Failure) return end;
      assert.is((end as { readonly kind: string }).kind, 'published', String(end));
      return undefined;
    },
    title: async () => {
      const { digest } = (await head()).entries.weather;
      const { json } = await registry.call(`/v1/scopes/${SCOPE}/revisions/${digest}`, { token });
      return json.openapi.info.title;
    },
    release: async () => (await head()).release,
    rollBack: (release) => rollback(target, release, 'it was wrong', authenticate),
  };
}

test('a run that is started again does not publish its older commit', () =>
  inScene(async ({ repository, publish, title }) => {
    const first = repository.git('rev-parse', 'HEAD');
    const old = repository.checkout(first, 0);
    assert.is(await publish(old), undefined);
    const second = repository.commit(titled('Weather 2'));
    assert.is(await publish(repository.checkout('main', 0)), undefined);

    const refused = await publish(repository.checkout(first, 0));
    assert.is(refused?.kind, 'refused');
    assert.is(
      refused?.message,
      `Commit ${second.slice(0, 12)} was published to "production", and ${first.slice(0, 12)} is older`,
    );
    assert.match(refused?.hint ?? '', 'connectors rollback --target production RELEASE');
    assert.is(await title(), 'Weather 2');
  }));

for (const first of ['older', 'newer'] as const) {
  test(`of two that publish at once the newer one stays, when the ${first} one begins and failed runs begin again`, () =>
    inScene(async ({ repository, publish, title }) => {
      await publish(repository.checkout('main', 0));
      const commits = [repository.commit(titled('Weather 2')), repository.commit(titled('Weather 3'))];
      const [older, newer] = commits.map((commit) => repository.checkout(commit, 0));
      const order = first === 'older' ? [older!, newer!] : [newer!, older!];
      const ends = await Promise.all(order.map((folder) => publish(folder)));
      for (const end of ends) assert.ok(end === undefined || ['conflict', 'refused'].includes(end.kind), String(end));
      for (const folder of order) await publish(folder);
      assert.is(await title(), 'Weather 3');
      assert.is((await publish(older!))?.kind, 'refused');
    }));
}

test('an override that names the plan publishes it all the same, and a newer commit goes on from there', () =>
  inScene(async ({ repository, publish, title }) => {
    const first = repository.git('rev-parse', 'HEAD');
    await publish(repository.checkout('main', 0));
    repository.commit(titled('Weather 2'));
    await publish(repository.checkout('main', 0));

    const again = repository.checkout(first, 0);
    const override = /--override (sha256:[0-9a-f]{64})/.exec((await publish(again))?.hint ?? '')?.[1] ?? '';
    assert.is((await publish(again, [`sha256:${'0'.repeat(64)}`]))?.kind, 'refused');
    assert.is(await publish(again, [override]), undefined);
    assert.is(await title(), 'Weather 1');
    assert.is(await publish(repository.checkout('main', 0)), undefined);
    assert.is(await title(), 'Weather 2');
  }));

test('a clone that cannot tell publishes nothing, and says what it lacks', () =>
  inScene(async ({ repository, publish, title }) => {
    const first = repository.git('rev-parse', 'HEAD');
    await publish(repository.checkout('main', 1));
    repository.commit(titled('Weather 2'));
    // Its parent is what was published: two commits are enough here.
    assert.is(await publish(repository.checkout('main', 2)), undefined);
    for (const shallow of [repository.checkout(first, 1), repository.checkout(first, 2)]) {
      const refused = await publish(shallow);
      assert.is(refused?.kind, 'refused');
      assert.match(refused?.message ?? '', 'this clone cannot tell whether');
      assert.match(refused?.hint ?? '', 'fetch-depth: 0');
    }
    assert.is(await title(), 'Weather 2');
  }));

test('what was rolled back counts too: it was published', () =>
  inScene(async ({ repository, publish, title, release, rollBack }) => {
    const first = repository.git('rev-parse', 'HEAD');
    await publish(repository.checkout('main', 0));
    repository.commit(titled('Weather 2'));
    await publish(repository.checkout('main', 0));
    const second = await release();
    repository.commit(titled('Weather 3'));
    await publish(repository.checkout('main', 0));
    await rollBack(second);
    assert.is((await publish(repository.checkout(first, 0)))?.kind, 'refused');
    assert.is(await title(), 'Weather 2');
  }));

test('an older commit that would change nothing is no matter', () =>
  inScene(async ({ repository, publish, title }) => {
    const first = repository.git('rev-parse', 'HEAD');
    repository.commit({ 'docs/a.md': 'a' });
    await publish(repository.checkout('main', 0));
    assert.is(await publish(repository.checkout(first, 0)), undefined);
    assert.is(await title(), 'Weather 1');
  }));

test('a commit of another branch is not older', () =>
  inScene(async ({ repository, publish, title }) => {
    const side = repository.branch('side', titled('Weather of the side'));
    repository.commit(titled('Weather 2'));
    await publish(repository.checkout('main', 0));
    assert.is(await publish(repository.checkout(side, 0)), undefined);
    assert.is(await title(), 'Weather of the side');
  }));

test('files that come from no commit are not older', () =>
  inScene(async ({ repository, publish, title }) => {
    const plain = mkdtempSync(join(tmpdir(), 'plain-'));
    try {
      for (const name of ['connectors', 'registry.yaml']) {
        cpSync(join(repository.folder, name), join(plain, name), { recursive: true });
      }
      repository.commit(titled('Weather 2'));
      await publish(repository.checkout('main', 0));
      assert.is(await publish(plain), undefined);
      assert.is(await title(), 'Weather 1');
      // And nothing is older than they are.
      assert.is(await publish(repository.checkout('main', 1)), undefined);
    } finally {
      rmSync(plain, { recursive: true, force: true });
    }
  }));

test.run();
