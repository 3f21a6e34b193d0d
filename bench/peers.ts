import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './measure.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const REDOCLY = join(HERE, 'node_modules/@redocly/cli/bin/cli.js');
const API_SPEC_CONVERTER = join(HERE, 'node_modules/api-spec-converter/bin/api-spec-converter');
const SPECTRAL = 'node_modules/@stoplight/spectral-cli/dist/index.js';

/**
 * Installs the peers that are no dependencies of this project (bench/package.json), from its own lock file.
 * Gives why that did not work, or undefined.
 */
export function installPeers(): string | undefined {
  const isThere = (): boolean => [REDOCLY, API_SPEC_CONVERTER].every((file) => existsSync(file));
  if (isThere()) return undefined;
  const { status, stderr, error } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: HERE, encoding: 'utf8' });
  if (status === 0 && isThere()) return undefined;
  return `npm ci in bench/ failed (${error?.message ?? stderr.split('\n').find((line) => line !== '') ?? status})`;
}

/** `redocly lint` with its recommended rules over each document of a folder. It asks nobody for updates and tells nobody. */
export function redocly(name: string, folder: string): Program {
  const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return { name, command: 'node', args: [REDOCLY, 'lint', ...files], folder, env };
}

/** `spectral lint` with spectral:oas over each document of a folder. */
export function spectral(name: string, folder: string): Program {
  const ruleset = join(folder, '.spectral.yaml');
  writeFileSync(ruleset, 'extends: spectral:oas\n');
  const files = join(folder, '*.swagger.json');
  return { name, command: 'node', args: [SPECTRAL, 'lint', '--quiet', '--ruleset', ruleset, files] };
}

/** `api-spec-converter` from OpenAPI 3 to 2.0, without checking what it wrote. */
export function apiSpecConverter(file: string): Program {
  const args = [API_SPEC_CONVERTER, '--from=openapi_3', '--to=swagger_2', file];
  return { name: 'api-spec-converter', command: 'node', args };
}
