import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fetchDocument } from '../../../src/adapters/web/fetch-document.ts';
import { Failure } from '../../../src/domain/failure.ts';

const test = suite('adapters/web/fetch-document');

async function refusalOf(address: string): Promise<Failure> {
  const ended = await fetchDocument(address, 10).catch((cause: unknown) => cause);
  assert.instance(ended, Failure);
  return ended as Failure;
}

const REFUSED: readonly (readonly [address: string, says: string])[] = [
  ['https://user:hidden@localhost/x', 'https://localhost/x is given with a user or a password, and none is sent'],
  ['http://user:hidden@localhost/x', 'http://localhost/x is given with a user or a password, and none is sent'],
  ['https://hidden@a.example/', 'https://a.example/ is given with a user or a password, and none is sent'],
  ['ftp://user:hidden@a.example/x', 'ftp://a.example/x is given with a user or a password, and none is sent'],
  ['https://user:hid/den@a b.example/x?key=hidden', '"https://***@a b.example/x" is no URL'],
];

for (const [address, says] of REFUSED) {
  test(`${says}, without what is secret in it`, async () => {
    const { kind, message } = await refusalOf(address);
    assert.is(kind, 'usage');
    assert.is(message, says);
  });
}

test('no message says the password or the query of an address', async () => {
  const server = createServer((request, answer) => {
    if (request.url?.startsWith('/away')) answer.writeHead(302, { location: 'https://user:hidden@a.example/' }).end();
    else answer.end('more than ten bytes');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const large = await refusalOf(`${origin}/large?key=hidden`);
    assert.match(large.message, `${origin}/large over limit: 10`);
    const away = await refusalOf(`${origin}/away?key=hidden`);
    assert.is(away.message, 'https://a.example/ is given with a user or a password, and none is sent');
  } finally {
    server.close();
  }
});

test.run();
