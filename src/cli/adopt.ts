import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { registryReader } from '../adapters/registry/client.ts';
import { adopt } from '../app/adopt/adopt.ts';
import { adoptFile } from '../app/adopt/adopt-file.ts';
import { adoptRevision } from '../app/adopt/adopt-revision.ts';
import type { Adoptable } from '../app/adopt/adoptable.ts';
import { planAdopted } from '../app/adopt/plan-adopted.ts';
import { destinationFor } from '../app/import/destination.ts';
import { targetsNamed } from '../app/plan-targets.ts';
import { parseConnectorId, type ConnectorId } from '../domain/connector-id.ts';
import { Failure } from '../domain/failure.ts';
import type { Target } from '../domain/registry-file.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree } from '../load/load-tree.ts';
import { isSame, renderAdoptText, type AdoptReport } from '../report/adopt-report.ts';
import { choiceOption } from './choice.ts';
import { outputOption, writeReport } from './output.ts';
import { authenticateFor } from './sign-in.ts';
import { today } from './today.ts';

interface AdoptOptions {
  readonly target?: string;
  readonly name?: string;
  readonly out: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

const THERE_ARE_CHANGES = 4;

export function addAdopt(root: Command): void {
  root
    .command('adopt')
    .description('make a folder of a connector that is published already, and prove that it publishes the same')
    .argument(
      '<source>',
      'a connector’s name in a registry, a folder of Microsoft’s form, or a file with an ARM resource',
    )
    .option('--target <name>', 'the target of registry.yaml whose registry has it')
    .option('--name <name>', 'the folder’s name, for what comes from no registry')
    .option('--out <folder>', 'where connectors are', 'connectors')
    .addOption(choiceOption('--format <format>', 'how to print the report', ['text', 'json']).default('text'))
    .addOption(outputOption())
    .action(async (source: string, options: AdoptOptions) => {
      const report = await adoptSource(source, options);
      writeReport(
        options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderAdoptText(report),
        options,
      );
      process.exitCode = report.errors.length > 0 ? 1 : isSame(report) ? 0 : THERE_ARE_CHANGES;
    });
}

async function adoptSource(named: string, options: AdoptOptions): Promise<AdoptReport> {
  const id = parseConnectorId(named);
  const isFile = options.target === undefined && existsSync(resolve(named));
  if (isFile || id === undefined) {
    if (options.target !== undefined) throw noName(named);
    return written(await adoptFile(process.cwd(), named), options);
  }
  return fromRegistry(id, options);
}

async function fromRegistry(id: ConnectorId, options: AdoptOptions): Promise<AdoptReport> {
  if (options.name !== undefined) {
    throw new Failure('usage', '--name is not for a connector of a registry: under another name it is another one');
  }
  const target = theTarget(id, options.target);
  const adoptable = await adoptRevision(target, registryReader(target, authenticateFor(target)), id);
  const report = written(adoptable, options);
  const loaded = loadTree(diskTree(process.cwd()), ['']);
  const plan = await planAdopted(loaded, { target, id, authenticateFor, now: today() });
  return { ...report, adopted: { ...report.adopted, plan } };
}

function written(adoptable: Adoptable, { name, out }: AdoptOptions): AdoptReport {
  const settled = { name: name ?? adoptable.kept.name, isSettled: name === undefined };
  const wish = { workingFolder: process.cwd(), ...settled, out, today: today() };
  return adopt(adoptable, destinationFor(wish, adoptable.kept.name));
}

function theTarget(id: ConnectorId, named: string | undefined): Target {
  const { registry } = loadTree(diskTree(process.cwd()), ['']);
  if (named === undefined && registry.targets.length === 0) {
    throw new Failure('usage', `There is no file or folder "${id}", and registry.yaml names no target to ask for it`, {
      hint: 'Correct the path, or add a target: see docs/registry-yaml.md',
    });
  }
  const [first, ...others] = targetsNamed(registry, named === undefined ? [] : [named]);
  if (first !== undefined && others.length === 0) return first;
  const names = registry.targets.map(({ name }) => name).join(', ');
  throw new Failure('usage', 'registry.yaml names several targets', { hint: `Choose one with --target: ${names}` });
}

function noName(named: string): Failure {
  return new Failure('usage', `"${named}" is no name of a connector`, {
    hint: '--target is for connectors of a registry; folders and files need none',
  });
}
