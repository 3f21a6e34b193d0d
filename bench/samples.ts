import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diskTree } from '../src/load/disk-tree.ts';
import { connectorFolders } from '../src/load/load-tree.ts';
import { parseJson } from '../src/load/parse-json.ts';

/** A connector of the corpus that has an OpenAPI document in JSON. */
export interface Sample {
  readonly folder: string;
  readonly definition: string;
  readonly bytes: number;
  /** Whether the document is JSON that every tool can read: some peers stop all their work at one that is not. */
  readonly isPlain: boolean;
}

/** The connectors of a corpus, by path. */
export function samplesIn(corpus: string): Sample[] {
  return connectorFolders(diskTree(corpus), ['']).flatMap((folder) => {
    const path = join(corpus, folder);
    const name = readdirSync(path).find((file) => /\.swagger\.json$/i.test(file));
    if (name === undefined) return [];
    const definition = join(path, name);
    const isPlain = parseJson(definition, readFileSync(definition, 'utf8')).findings.length === 0;
    return [{ folder: path, definition, bytes: statSync(definition).size, isPlain }];
  });
}

/** Every so many of them, so that the sample is spread over all. */
export function spread(samples: readonly Sample[], count: number): Sample[] {
  const step = Math.max(1, samples.length / count);
  return Array.from(
    { length: Math.min(count, samples.length) },
    (_, index) => samples[Math.floor(index * step)],
  ).filter((sample) => sample !== undefined);
}

/** The one whose document has the middle size. */
export function middleOf(samples: readonly Sample[]): Sample {
  const sorted = samples.toSorted((one, two) => one.bytes - two.bytes);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error('There is no connector with a *.swagger.json in the corpus');
  return middle;
}

/** Copies connectors into a folder of their own. Gives it. */
export function copyConnectors(samples: readonly Sample[], folder: string): string {
  for (const [index, { folder: from }] of samples.entries()) {
    cpSync(from, join(folder, `${index}-${basename(from)}`), { recursive: true });
  }
  return folder;
}

/** Copies documents under names that are no glob pattern: peers take patterns where we take paths. Gives the folder. */
export function copyDefinitions(samples: readonly Sample[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [index, { definition }] of samples.entries()) cpSync(definition, join(folder, `${index}.swagger.json`));
  return folder;
}

/** Makes a folder a git repository with everything in it committed. Gives the commit. */
export function commitAll(folder: string): string {
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
    return stdout.trim();
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Add connectors');
  return git('rev-parse', 'HEAD');
}
