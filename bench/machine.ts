import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';

/** One line on what the figures were measured with: they mean nothing without. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const git = spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout.trim();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, ${memory}, ${type()} ${release()}, Node ${process.version}, ${git}`;
}

/** `name version` of an installed package, from its package.json. */
export function versionOf(packageFile: string): string {
  const { name, version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}
