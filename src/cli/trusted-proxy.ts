import { isIP } from 'node:net';
import { InvalidArgumentError } from 'commander';

/** Networks that have a name: this machine, and those that no router passes on. */
const NAMED: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Adds an address or a network, `10.0.0.0/8`, to those whose `X-Forwarded-For` is believed. One of all addresses would believe everybody. */
export function trustedProxy(text: string, others: readonly string[] = []): readonly string[] {
  if (NAMED.has(text)) return [...others, text];
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  if (family === 0 || !isNetwork || rest.length > 0) {
    throw new InvalidArgumentError(`A proxy is an address, a network such as 10.0.0.0/8, or ${[...NAMED].join(', ')}.`);
  }
  if (bits !== undefined && Number(bits) === 0) {
    throw new InvalidArgumentError('This is the network of all addresses: anybody could claim to be anybody.');
  }
  return [...others, text];
}
