import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ICON, sample } from '../server/sample-connectors.ts';
import { SCOPE, withRegistry, type Registry } from '../server/harness.ts';
import { publish } from '../server/publishing.ts';
import { runCli, sampleTree, temporaryFolder, type Ran } from './run-cli.ts';

const test = suite('cli/adopt');

const WEATHER = sample('Weather', '1.0', { icon: ICON, readme: '# Weather\n\nSun and rain.\n' });
const SOURCE = 'client:ci';
const ADA = 'aaaaaaaa-0000-4000-8000-000000000000';

const registryFile = (url: string, names: readonly string[], more = ''): string => {
  const target = (name: string): string => `  - name: ${name}
    tenant: ${SCOPE.tenant}
    subscription: ${SCOPE.subscription}
    region: ${SCOPE.region}
    registry: ${url}
    connectors: ["weather*"]
    stage: registered
`;
  return `version: 1\ntargets:\n${names.map(target).join('')}${more}`;
};

interface Repository {
  readonly path: string;
  readonly registry: Registry;
  readonly run: (...args: string[]) => Promise<Ran>;
}

/** A repository without connectors, beside a registry that serves `weather`. */
async function withWeather(
  work: (repository: Repository) => Promise<void>,
  { as = SOURCE, owners = {}, file = (url: string) => registryFile(url, ['production']) } = {},
): Promise<void> {
  await withRegistry(async (registry) => {
    const publisher = await registry.token({ role: 'publisher', source: SOURCE });
    await publish(registry, { token: publisher, connectors: { weather: WEATHER }, owners });
    const token = await registry.token({ role: 'publisher', source: as });
    const { path, remove } = temporaryFolder();
    try {
      writeFileSync(join(path, 'registry.yaml'), file(registry.url));
      await work({ path, registry, run: (...args) => runCli(path, args, { CONNECTORS_TOKEN: token }) });
    } finally {
      remove();
    }
  });
}

test('what a registry serves becomes a folder, and a plan has nothing to do', async () => {
  await withWeather(async ({ path, run }) => {
    const ran = await run('adopt', 'weather');
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, `The folder publishes what is published: ${WEATHER.digest}`);
    assert.match(ran.stdout, 'The plan for target production keeps it: nothing to do');
    const folder = join(path, 'connectors/weather');
    assert.equal(readdirSync(folder).toSorted(), ['README.md', 'connector.yaml', 'icon.png', 'openapi.json']);
    assert.ok(readFileSync(join(folder, 'icon.png')).equals(ICON));
    assert.match(readFileSync(join(folder, 'connector.yaml'), 'utf8'), 'displayName: API key');
    const planned = await run('plan');
    assert.is(planned.code, 0, planned.stdout + planned.stderr);
  });
});

test('the report has the proof in JSON too', async () => {
  await withWeather(async ({ run }) => {
    const ran = await run('adopt', 'weather', '--target', 'production', '--format', 'json');
    const report = JSON.parse(ran.stdout) as { readonly version: number; readonly adopted: unknown };
    assert.is(report.version, 1);
    assert.equal(report.adopted, {
      digest: WEATHER.digest,
      differences: [],
      plan: { target: 'production', step: 'keep' },
    });
  });
});

test('what another source publishes can be adopted, and the plan says that it cannot be published', async () => {
  await withWeather(
    async ({ path, run }) => {
      const ran = await run('adopt', 'weather');
      assert.is(ran.code, 4, ran.stdout + ran.stderr);
      assert.match(ran.stdout, 'The folder publishes what is published');
      assert.match(ran.stdout, 'The plan for target production: taken');
      assert.match(ran.stdout, 'The name belongs to another source of the target');
      assert.ok(existsSync(join(path, 'connectors/weather')));
    },
    { as: 'client:other' },
  );
});

const NOT_EMPTY: readonly (readonly [what: string, owners: object, more: string, step: string, code: number])[] = [
  ['a target that does not select it', {}, 'unselected', 'unselected', 4],
  ['owners that registry.yaml does not name', { users: [ADA] }, '', 'restage', 4],
  [
    'owners that it names',
    { users: [ADA] },
    `owners: [{ connectors: weather, users: [${ADA}] }]\n`,
    'nothing to do',
    0,
  ],
];

for (const [what, owners, more, step, code] of NOT_EMPTY) {
  test(`${what}: the plan says what is left to do`, async () => {
    const file = (url: string): string =>
      more === 'unselected'
        ? registryFile(url, ['production']).replace('weather*', 'other')
        : registryFile(url, ['production'], more);
    await withWeather(
      async ({ run }) => {
        const ran = await run('adopt', 'weather');
        assert.is(ran.code, code, ran.stdout + ran.stderr);
        assert.match(ran.stdout, step);
      },
      { owners, file },
    );
  });
}

const BAD: readonly (readonly [what: string, args: readonly string[], code: number, why: RegExp])[] = [
  [
    'a connector that nobody serves',
    ['radar'],
    2,
    /Target "production" serves no connector "radar"[\s\S]*It serves weather/,
  ],
  ['a name that is none', ['Weather!', '--target', 'production'], 2, /"Weather!" is no name of a connector/],
  ['another name', ['weather', '--name', 'sun'], 2, /--name is not for a connector of a registry/],
  ['a target that there is not', ['weather', '--target', 'test'], 2, /registry\.yaml has no target "test"/],
  ['a file that there is not', ['a/b.json'], 2, /There is no file or folder "a\/b\.json"/],
  ['a folder that is there', ['weather'], 5, /exists already/],
];

for (const [what, args, code, why] of BAD) {
  test(`${what} is refused with the reason, and nothing is written`, async () => {
    await withWeather(async ({ path, run }) => {
      if (code === 5) mkdirSync(join(path, 'connectors/weather'), { recursive: true });
      const ran = await run('adopt', ...args);
      assert.is(ran.code, code, ran.stdout + ran.stderr);
      assert.match(ran.stderr, why);
      assert.equal(existsSync(join(path, 'connectors')) ? readdirSync(join(path, 'connectors/weather')) : [], []);
    });
  });
}

test('a folder outside of the repository is planned where it belongs', async () => {
  await withWeather(async ({ run }) => {
    const { path, remove } = temporaryFolder();
    try {
      const ran = await run('adopt', 'weather', '--out', path);
      assert.is(ran.code, 4, ran.stdout + ran.stderr);
      assert.match(ran.stdout, 'The folder publishes what is published');
      assert.match(ran.stdout, 'The folder is outside of this repository: plan where it belongs');
    } finally {
      remove();
    }
  });
});

test('a path with a slip in it is no question of registries', async () => {
  const { path, remove } = temporaryFolder();
  try {
    const ran = await runCli(path, ['adopt', 'wether']);
    assert.is(ran.code, 2);
    assert.match(ran.stderr, 'There is no file or folder "wether", and registry.yaml names no target');
  } finally {
    remove();
  }
});

test('of several targets one has to be chosen', async () => {
  await withWeather(
    async ({ run }) => {
      const ran = await run('adopt', 'weather');
      assert.is(ran.code, 2);
      assert.match(ran.stderr, 'Choose one with --target: production, second');
    },
    { file: (url) => registryFile(url, ['production', 'second']) },
  );
});

test('whoever may not read it is refused', async () => {
  await withWeather(async ({ path }) => {
    const ran = await runCli(path, ['adopt', 'weather'], { CONNECTORS_TOKEN: 'made-up' });
    assert.is(ran.code, 5);
    assert.not.ok(existsSync(join(path, 'connectors')));
  });
});

test('a folder of Microsoft’s form publishes the same, and no secret of it is written', async () => {
  const { path, remove } = sampleTree();
  try {
    await runCli(path, ['export', 'sunrise', '--layout', 'microsoft', '--out', 'out']);
    const file = join(path, 'out/sunrise/apiProperties.json');
    const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, unknown> };
    const oAuthSettings = { identityProvider: 'oauth2', clientId: 'a', clientSecret: 'hq8Q~verysecretvalue' };
    properties['connectionParameters'] = { token: { type: 'oauthSetting', oAuthSettings } };
    writeFileSync(file, JSON.stringify({ properties }));
    const ran = await runCli(path, ['adopt', 'out/sunrise', '--name', 'sunset']);
    assert.match(ran.stdout, 'The folder publishes what is published: sha256:');
    assert.match(ran.stdout, 'A client secret is left out; SUNRISE_CLIENT_SECRET stands for it');
    for (const name of readdirSync(join(path, 'connectors/sunset'))) {
      assert.not.match(readFileSync(join(path, 'connectors/sunset', name), 'utf8'), 'verysecret', name);
    }
  } finally {
    remove();
  }
});

test('an ARM resource becomes a folder that publishes the same', async () => {
  const { path, remove } = sampleTree();
  try {
    cpSync('connectors/open-meteo', join(path, 'connectors/open-meteo'), { recursive: true });
    await runCli(path, ['export', 'open-meteo', '--layout', 'arm', '--out', 'out']);
    const ran = await runCli(path, ['adopt', 'out/open-meteo/azuredeploy.json', '--name', 'meteo']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, 'The folder publishes what is published: sha256:');
    const icons = ['open-meteo', 'meteo'].map((name) => readFileSync(join(path, 'connectors', name, 'icon.png')));
    assert.ok(icons[0]!.equals(icons[1]!));
  } finally {
    remove();
  }
});

test('the proof leaves out what could not be carried over, and says so', async () => {
  const { path, remove } = sampleTree();
  try {
    const file = join(path, 'weather.json');
    const swagger = { swagger: '2.0', info: { title: 'Weather', version: '1' }, paths: {} };
    const properties = { swagger, brandColor: '#0a7d55' };
    const resource = { type: 'Microsoft.Web/customApis', name: 'weather', tags: { team: 'a' }, properties };
    writeFileSync(file, JSON.stringify(resource));
    const ran = await runCli(path, ['adopt', 'weather.json']);
    assert.match(ran.stdout, '"tags" is left out: a connector has no place for it');
    assert.match(ran.stdout, 'The folder publishes what is published, but for what is not carried over: sha256:');
  } finally {
    remove();
  }
});

test('what is published nowhere is imported, not adopted', async () => {
  const { path, remove } = sampleTree();
  try {
    const ran = await runCli(path, ['adopt', 'connectors/sunrise/openapi.yaml']);
    assert.is(ran.code, 2);
    assert.match(ran.stderr, 'nothing that is published');
    assert.match(ran.stderr, 'connectors import');
  } finally {
    remove();
  }
});

test.run();
