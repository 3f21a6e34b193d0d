import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RegistryProcess } from '../loop/registry-process.ts';
import { TENANT } from '../actions/sample-connector.ts';
import { runCli } from './run-cli.ts';

const test = suite('cli/serve');

const CLAIMED = '203.0.113.9';
const NOWHERE = 'http://127.0.0.1:1';

/** Asks once for a token with nothing in hand, from an address that it claims to have; gives what the registry logged of it and how many more may ask. */
async function claim(
  args: readonly string[],
  claims: readonly string[],
): Promise<{ log: string; left: (string | null)[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  await using registry = await RegistryProcess.start({ folder, tenant: TENANT, issuer: NOWHERE, jwks: NOWHERE, args });
  const left: (string | null)[] = [];
  try {
    for (const from of claims) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
      const answer = await fetch(`${registry.url}/v1/auth/github-oidc`, { method: 'POST', headers, body: '{}' });
      left.push(answer.headers.get('x-ratelimit-remaining'));
    }
    await registry.stop();
    return { log: registry.log(), left };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('nobody is believed who claims another address, unless named', async () => {
  const { log, left } = await claim([], [CLAIMED, '203.0.113.10']);
  assert.not.match(log, CLAIMED);
  assert.equal(left, ['59', '58']);
});

test('a named proxy is believed, and each address behind it has its own limit', async () => {
  const { log, left } = await claim(['--trust-proxy', '10.0.0.0/8', '127.0.0.1'], [CLAIMED, '203.0.113.10', CLAIMED]);
  assert.match(log, CLAIMED);
  assert.equal(left, ['59', '59', '58']);
});

test('of what a caller behind the proxy wrote before it nothing is believed', async () => {
  const { log } = await claim(['--trust-proxy', 'loopback'], [`198.51.100.1, ${CLAIMED}`]);
  assert.match(log, CLAIMED);
  assert.not.match(log, '198.51.100.1');
});

test('another proxy than the one that asks is not believed', async () => {
  const { log } = await claim(['--trust-proxy', '10.0.0.1'], [CLAIMED]);
  assert.not.match(log, CLAIMED);
});

test('what is no address, and the network of all, is wrong use', async () => {
  for (const address of ['proxy.example', '10.0.0.0/33', '::1/129', '10.0.0.1/8/8', '10.0.0.1/', 'true']) {
    const run = await runCli('.', ['serve', '--trust-proxy', address]);
    assert.is(run.code, 2, address);
    assert.match(run.stderr, 'A proxy is an address');
  }
  for (const address of ['0.0.0.0/0', '::/0', '10.0.0.1/00']) {
    const run = await runCli('.', ['serve', '--trust-proxy', address]);
    assert.is(run.code, 2, address);
    assert.match(run.stderr, 'the network of all addresses');
  }
});

test.run();
