import * as core from '@actions/core';
import { isLoopback } from '../../src/domain/loopback.ts';
import type { Target } from '../../src/domain/registry-file.ts';

/** On a runner that GitHub hosts, "this machine" is nobody's registry: a target of `npm start` is left out there. */
export function isReachable(target: Target): boolean {
  const hosted = process.env['RUNNER_ENVIRONMENT'] === 'github-hosted';
  if (!hosted || !isLoopback(target.registry)) return true;
  core.info(`Target ${target.name} is on a developer's own machine and left out`);
  return false;
}
