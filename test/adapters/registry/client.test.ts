import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  registryReader,
  registryWriter,
  remembered,
  type Purpose,
  type ReleaseBody,
} from '../../../src/adapters/registry/client.ts';
import { parseDigest } from '../../../src/domain/digest.ts';
import { Failure, type FailureKind } from '../../../src/domain/failure.ts';
import { parseScope } from '../../../src/domain/scope.ts';

interface Context {
  server: Server;
  registry: string;
  /** What the next requests are answered with, in order; the last one stays. */
  answers: ((request: IncomingMessage, response: ServerResponse) => void)[];
  seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
}

const test = suite<Context>('adapters/registry/client');

test.before.each(async (context) => {
  context.answers = [];
  context.seen = [];
  context.server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      context.seen.push({
        method: request.method!,
        url: request.url!,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      (context.answers.length > 1 ? context.answers.shift()! : context.answers[0]!)(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    context.server.listen(0, '127.0.0.1', resolve);
  });
  context.registry = `http://127.0.0.1:${(context.server.address() as AddressInfo).port}`;
});

test.after.each((context) => {
  context.server.closeAllConnections();
  context.server.close();
});

const scope = parseScope('11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222/westeurope')!;
const digest = parseDigest(`sha256:${'a'.repeat(64)}`)!;
const json =
  (status: number, value: unknown, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
const html = (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to the proxy</body></html>');
};

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('it did not fail');
}

const nobody = async (): Promise<undefined> => undefined;

test('a page of a proxy is not taken for a registry', async ({ registry, answers }) => {
  answers.push(html);
  const failure = await failureOf(registryReader({ registry, scope }, nobody).head());
  assert.is(failure.kind, 'unavailable');
  assert.match(failure.message, '/releases/head answers 200 with something that is not a JSON object: "<html><body>');
});

const problems: [number, FailureKind][] = [
  [401, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
  [409, 'conflict'],
  [412, 'conflict'],
  [422, 'refused'],
  [500, 'unavailable'],
];
for (const [status, kind] of problems) {
  test(`an answer ${status} ends the run as ${kind}, with the registry’s own words`, async ({ registry, answers }) => {
    answers.push(json(status, { code: 'release/parent-moved', detail: 'The parent is not the newest release' }));
    const failure = await failureOf(registryReader({ registry, scope }, nobody).head());
    assert.is(failure.kind, kind);
    assert.match(failure.message, 'release/parent-moved');
    assert.match(failure.message, 'The parent is not the newest release');
  });
}

test('findings of the registry are shown', async ({ registry, answers }) => {
  answers.push(
    json(422, {
      code: 'revision/refused',
      detail: 'no',
      diagnostics: [{ code: 'operation/id-required', message: 'It has none' }],
    }),
  );
  const failure = await failureOf(registryWriter({ registry, scope }, nobody).upload(digest, Buffer.from('{}')));
  assert.match(failure.message, 'operation/id-required  It has none');
});

test('a busy registry is asked again', async ({ registry, answers, seen }) => {
  answers.push(json(503, {}, { 'retry-after': '0' }), json(429, {}), json(200, { missing: [digest, 'rubbish', 3] }));
  assert.equal(await registryReader({ registry, scope }, nobody).missing([digest]), [digest]);
  assert.is(seen.length, 3);
});

test('a registry that is down is named, with what to do', async ({ server, registry }) => {
  await new Promise((resolve) => server.close(resolve));
  const failure = await failureOf(registryReader({ registry, scope }, nobody).head());
  assert.is(failure.kind, 'unavailable');
  assert.match(failure.message, `The registry at ${registry} cannot be reached`);
  assert.match(failure.hint ?? '', 'registry.yaml');
});

test('a redirect is refused: the token stays here', async ({ registry, answers, seen }) => {
  answers.push((_, response) => response.writeHead(302, { location: `${registry}/elsewhere` }).end());
  const failure = await failureOf(registryReader({ registry, scope }, async () => 'secret').head());
  assert.is(failure.kind, 'unavailable');
  assert.not.ok(seen.some((request) => request.url === '/elsewhere'));
});

test('the token of a release is asked for with the digest of exactly the bytes that are sent', async ({
  registry,
  answers,
  seen,
}) => {
  answers.push(json(201, { digest, sequence: 3 }));
  const purposes: Purpose[] = [];
  const body: ReleaseBody = {
    version: 1,
    scope: 's',
    parent: digest,
    commit: 'c',
    connectors: {},
    liftPins: [],
    overrides: [],
  };
  const authenticate = remembered(async (purpose) => {
    purposes.push(purpose);
    return 'token';
  });
  const writer = registryWriter({ registry, scope }, authenticate, body);
  await writer.upload(digest, Buffer.from('{}'));
  assert.equal(await writer.commit(body), { digest, sequence: 3, written: true });
  assert.equal(purposes, [{ kind: 'publish', release: `sha256:${hash('sha256', seen[1]!.body)}` }]);
  assert.is(seen[1]!.headers['if-match'], `"${digest}"`);
  assert.is(seen[1]!.headers.authorization, 'Bearer token');
});

test('the first release of a scope says that there is none', async ({ registry, answers, seen }) => {
  answers.push(json(201, { digest, sequence: 1 }));
  const body: ReleaseBody = {
    version: 1,
    scope: 's',
    parent: null,
    commit: '',
    connectors: {},
    liftPins: [],
    overrides: [],
  };
  await registryWriter({ registry, scope }, nobody, body).commit(body);
  assert.is(seen[0]!.headers['if-none-match'], '*');
});

test('an answer without a digest is no success', async ({ registry, answers }) => {
  answers.push(json(201, { ok: true }));
  const body: ReleaseBody = {
    version: 1,
    scope: 's',
    parent: null,
    commit: '',
    connectors: {},
    liftPins: [],
    overrides: [],
  };
  assert.is((await failureOf(registryWriter({ registry, scope }, nobody).commit(body))).kind, 'unavailable');
});

test.run();
