import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isPrivateAddress } from '../../../src/adapters/web/private-address.ts';

const test = suite('adapters/web/private-address');

const inner = [
  '10.1.2.3',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
];
const innerSix = [
  '::1',
  '::',
  'fe80::1%eth0',
  'fd00::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
];

for (const address of [...inner, ...innerSix])
  test(`${address} is private`, () => assert.ok(isPrivateAddress(address)));

for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', 'example.com']) {
  test(`${address} is not`, () => assert.not.ok(isPrivateAddress(address)));
}

test.run();
