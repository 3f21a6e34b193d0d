import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './measure.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const REDOCLY = join(HERE, 'node_modules/@redocly/cli/bin/cli.js');
// In a folder of its own: it brings an old js-yaml, which would stand in front of the project's for whatever lies in bench/.
const CONVERTER_FOLDER = join(HERE, 'peers');
const CONVERTER = join(CONVERTER_FOLDER, 'node_modules/api-spec-converter/bin/api-spec-converter');
const SPECTRAL = 'node_modules/@stoplight/spectral-cli/dist/index.js';

/** Installs Redocly, which is no dependency of this project (bench/package.json). Gives why that did not work, or undefined. */
export function installPeers(): string | undefined {
  return installed(HERE, REDOCLY);
}

/** Installs api-spec-converter (bench/peers/package.json). Gives why that did not work, or undefined. */
export function installConverter(): string | undefined {
  return installed(CONVERTER_FOLDER, CONVERTER);
}

/** Installs a folder's packages from its own lock file, unless a file of theirs is there. */
function installed(folder: string, file: string): string | undefined {
  if (existsSync(file)) return undefined;
  const { status, stderr, error } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
  if (status === 0 && existsSync(file)) return undefined;
  return `npm ci in "${folder}" failed (${error?.message ?? stderr.split('\n').find((line) => line !== '') ?? status})`;
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
  const args = [CONVERTER, '--from=openapi_3', '--to=swagger_2', file];
  return { name: 'api-spec-converter', command: 'node', args };
}
