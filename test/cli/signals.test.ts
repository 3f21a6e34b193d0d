import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { temporaryFolder } from './run-cli.ts';

const test = suite('cli/signals');

const ENDED = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

for (const [signal, code] of ENDED) {
  test(`${signal} ends an import with ${code}, and leaves nothing behind`, async () => {
    const { path, remove } = temporaryFolder();
    // Asked for the document, it says nothing.
    const asked = Promise.withResolvers<void>();
    const server = createServer(() => asked.resolve());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.json`;
    const child = spawn(process.execPath, [resolve('scripts/connectors.ts'), 'import', url], {
      cwd: path,
      stdio: 'ignore',
    });
    try {
      const ended = new Promise((done) => child.on('close', (...how) => done(how)));
      await asked.promise;
      child.kill(signal);
      assert.equal(await ended, [code, null]);
      assert.equal(readdirSync(path), []);
    } finally {
      child.kill('SIGKILL');
      server.closeAllConnections();
      server.close();
      remove();
    }
  });
}

test.run();
