import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authenticate } from '../adapters/registry/client.ts';
import { Failure } from '../domain/failure.ts';
import { isLoopback } from '../domain/loopback.ts';
import type { Target } from '../domain/registry-file.ts';

/** Where `npm start` and `connectors serve` keep their data, and the token for this machine. */
export const LOCAL_FOLDER = '.registry';

/**
 * How the command line signs in: CONNECTORS_TOKEN when it is set; for a registry on this machine the token that `npm start` left in its
 * data folder; otherwise nobody.
 */
export function authenticateFor(target: Target): Authenticate {
  return async () => {
    const given = process.env['CONNECTORS_TOKEN'];
    if (given !== undefined && given !== '') return checked(given);
    return isLoopback(target.registry) ? localToken() : undefined;
  };
}

/** A token goes into a header: anything else than visible ASCII would be refused there with a riddle. */
function checked(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new Failure('usage', 'CONNECTORS_TOKEN holds white space or characters that no token has');
}

function localToken(): string | undefined {
  try {
    return readFileSync(join(LOCAL_FOLDER, 'token'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
