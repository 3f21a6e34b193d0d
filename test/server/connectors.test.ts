import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { load } from 'js-yaml';
import { pathOf, SCOPE, withRegistry, type Answer, type Registry } from './harness.ts';
import { publish } from './publishing.ts';
import { ICON, sample, type Sample } from './sample-connectors.ts';

const test = suite('server/connectors');

/** Weather, mail and news, of which only weather has an icon. */
const CONNECTORS: Readonly<Record<string, Sample>> = {
  weather: sample('Wetter für Zürich', '1.0', { icon: ICON }),
  mail: sample('Mail', '1.0'),
  news: sample('News', '1.0'),
};

const withThree = (
  work: (
    world: Registry & { readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer> },
  ) => Promise<void>,
): Promise<void> =>
  withRegistry(async (registry) => {
    const publisher = await registry.token({ role: 'publisher', source: 'github:42' });
    const answer = await publish(registry, { token: publisher, connectors: CONNECTORS });
    assert.is(answer.status, 201, answer.text);
    const token = await registry.token();
    await work({ ...registry, get: (path, headers = {}) => registry.call(pathOf(SCOPE, path), { token, headers }) });
  });

const namesOf = ({ json }: Answer): string[] => json.connectors.map(({ name }: { name: string }) => name);

const QUERIES: readonly (readonly [string, readonly string[]])[] = [
  ['', ['mail', 'news', 'weather']],
  ['?q=mail', ['mail']],
  ['?q=zurich+WETTER', ['weather']],
  ['?q=contoso', ['mail', 'news', 'weather']],
  ['?q=nothing+like+it', []],
  ['?q=%27%3B+DROP+TABLE+revisions', []],
  ['?product=logic-apps', ['mail', 'news', 'weather']],
  ['?category=data', ['mail', 'news', 'weather']],
  ['?category=Sales', []],
  ['?q=mail&category=Data&product=power-apps', ['mail']],
];

for (const [query, names] of QUERIES) {
  test(`connectors${query} are ${names.join(', ') || 'none'}`, () =>
    withThree(async ({ get }) => {
      const answer = await get(`/connectors${query}`);
      assert.equal(namesOf(answer), names);
      assert.is(answer.json.total, names.length);
    }));
}

for (const query of ['?product=excel', '?limit=0', '?limit=x', '?limit=501', '?cursor=../etc', '?q=a&q=b']) {
  test(`connectors${query} is refused`, () =>
    withThree(async ({ get }) => assert.is((await get(`/connectors${query}`)).json.code, 'request/invalid')));
}

test('pages follow each other without a gap, also when something is published in between', () =>
  withThree(async (world) => {
    const first = await world.get('/connectors?limit=2');
    assert.equal(namesOf(first), ['mail', 'news']);
    assert.is(first.json.total, 3);
    const publisher = await world.token({ role: 'publisher', source: 'github:42' });
    await publish(world, { token: publisher, connectors: { ...CONNECTORS, about: CONNECTORS['news']! } });
    const second = await world.get(`/connectors?limit=2&cursor=${first.json.next}`);
    assert.equal(namesOf(second), ['weather']);
    assert.is(second.json.next, null);
    assert.is.not(second.json.release, first.json.release);
  }));

test('what has not changed is not sent again', () =>
  withThree(async (world) => {
    for (const path of [
      '/connectors',
      '/connectors/mail',
      '/connectors/mail/openapi.json',
      '/connectors/weather/icon',
    ]) {
      const first = await world.get(path);
      const etag = first.headers.get('etag')!;
      const again = await world.get(path, { 'if-none-match': `"other", W/${etag}` });
      assert.is(again.status, 304, path);
      assert.is(again.text, '');
      assert.is(again.headers.get('etag'), etag);
      assert.match(again.headers.get('cache-control')!, /^private/);
      assert.match(again.headers.get('vary')!, /authorization, cookie/);
    }
    const before = (await world.get('/connectors')).headers.get('etag')!;
    const publisher = await world.token({ role: 'publisher', source: 'github:42' });
    await publish(world, { token: publisher, connectors: { mail: CONNECTORS['mail']! } });
    assert.is((await world.get('/connectors', { 'if-none-match': before })).status, 200);
  }));

test('a connector shows its operations and how to connect', () =>
  withThree(async ({ get }) => {
    const { json } = await get('/connectors/weather');
    assert.is(json.title, 'Wetter für Zürich');
    assert.is(json.digest, CONNECTORS['weather']!.digest);
    assert.is(json.hasIcon, true);
    assert.equal(
      json.operations.map(({ id, kind, method, path }: Record<string, string>) => [id, kind, method, path]),
      [['GetForecast', 'action', 'GET', '/forecast']],
    );
    assert.ok(json.connectionParameters.api_key);
    const operation = (await get('/connectors/weather/operations/GetForecast')).json;
    assert.equal(
      operation.parameters.map(({ name }: { name: string }) => name),
      ['place'],
    );
    assert.is((await get('/connectors/weather/operations/getforecast')).json.code, 'not-found');
    assert.is((await get('/connectors/weather/operations/__proto__')).json.code, 'not-found');
  }));

test('the definition in YAML is the one in JSON, and keeps the order of its keys', () =>
  withThree(async ({ get }) => {
    const json = await get('/connectors/weather/openapi.json');
    const yaml = await get('/connectors/weather/openapi.yaml');
    assert.match(yaml.headers.get('content-type')!, /^application\/yaml/);
    assert.is(JSON.stringify(load(yaml.text)), json.text);
    assert.is(json.text, JSON.stringify(CONNECTORS['weather']!.content.openapi));
  }));

test('an icon is a picture or a download, never a page', () =>
  withThree(async (world) => {
    const png = await world.get('/connectors/weather/icon');
    assert.is(png.headers.get('content-type'), 'image/png');
    assert.equal(png.bytes, ICON);
    assert.is((await world.get('/connectors/mail/icon')).json.code, 'not-found');
    // A revision from before today's rules could hold anything; what a browser makes of it must not depend on that.
    const { bytes, digest } = sample('Mail', '9.0', { icon: Buffer.from('<svg onload="alert(1)"/>') });
    const summary = {
      title: 'x',
      publisher: 'x',
      description: 'x',
      categories: [],
      products: [],
      actions: 1,
      triggers: 0,
      hasIcon: true,
    };
    const publisher = await world.token({ role: 'publisher', source: 'client:old' });
    await world.store.tenant(SCOPE.tenant).revisions.add(
      SCOPE,
      'client:old',
      { digest, bytes, summary },
      {
        at: 1,
        actor: 'test',
        action: 'revision/upload',
        on: digest,
      },
    );
    await publish(world, {
      token: publisher,
      connectors: { old: { digest, bytes, content: CONNECTORS['mail']!.content } },
    });
    const { headers } = await world.get('/connectors/old/icon');
    assert.is(headers.get('content-type'), 'application/octet-stream');
    assert.is(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy')!, /default-src 'none'.*sandbox/);
  }));

test('the past of a connector is told newest first, each digest with the first release that served it', () =>
  withRegistry(async (registry) => {
    const token = await registry.token({ role: 'publisher', source: 'github:42' });
    const [one, two] = [sample('Weather', '1.0'), sample('Weather', '2.0')];
    await publish(registry, { token, connectors: { weather: one } });
    await publish(registry, { token, connectors: { weather: one, mail: CONNECTORS['mail']! } });
    await publish(registry, { token, connectors: { weather: two } });
    await publish(registry, { token, connectors: {} });
    await publish(registry, { token, connectors: { weather: one } });
    const { json } = await registry.call(pathOf(SCOPE, '/connectors/weather/revisions'), { token });
    assert.equal(
      json.revisions.map(({ digest, sequence, current }: Record<string, unknown>) => [digest, sequence, current]),
      [
        [one.digest, 5, true],
        [two.digest, 3, false],
        [one.digest, 1, false],
      ],
    );
    for (const { digest } of json.revisions) {
      const { bytes, headers } = await registry.call(pathOf(SCOPE, `/revisions/${digest}`), { token });
      assert.equal(bytes, Buffer.from(digest === one.digest ? one.bytes : two.bytes));
      assert.match(headers.get('cache-control')!, /^private, max-age=31536000, immutable$/);
    }
  }));

test.run();
