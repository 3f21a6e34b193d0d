import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Exported } from '../app/export/exported.ts';
import { armLayout } from '../app/export/arm-layout.ts';
import { findExportables, type Exportable } from '../app/export/exportable.ts';
import { microsoftLayout } from '../app/export/microsoft-layout.ts';
import { refuseTaken, writeFolder } from '../app/write-folder.ts';
import { Failure } from '../domain/failure.ts';
import { parseRegion } from '../domain/scope.ts';
import { plural, printable } from '../report/printable.ts';
import { choiceOption } from './choice.ts';

type LayoutName = 'microsoft' | 'arm';

interface ExportOptions {
  readonly layout: LayoutName;
  readonly out: string;
  readonly force?: true;
  readonly name?: string;
  readonly location?: string;
}

/** One form a line. */
const LAYOUTS: Readonly<Record<LayoutName, (exportable: Exportable, options: ExportOptions) => Exported>> = {
  microsoft: microsoftLayout,
  arm: (exportable, { name, location }) =>
    armLayout(exportable, { ...(name === undefined ? {} : { name }), ...(location === undefined ? {} : { location }) }),
};

export function addExport(root: Command): void {
  root
    .command('export')
    .description('write connectors in a form that other tools read')
    .argument('<connector...>', 'names, folders, or trees that hold some, in either layout')
    .addOption(choiceOption('--layout <layout>', 'which form', Object.keys(LAYOUTS)).default('microsoft'))
    .requiredOption('--out <folder>', 'where to write: a folder in it for each connector')
    .option('--force', 'replace what is there')
    .addOption(new Option('--name <name>', 'with arm: name of the resource').argParser(parseResourceName))
    .addOption(new Option('--location <region>', 'with arm: its region, such as westeurope').argParser(parseLocation))
    .action((named: string[], options: ExportOptions) => exportAll(named, options));
}

/** What Azure takes as the name of a resource. */
function parseResourceName(text: string): string {
  if (/^[A-Za-z0-9](?:[\w.()-]{0,78}[\w()-])?$/.test(text)) return text;
  throw new InvalidArgumentError('It is 1 to 80 letters, digits, "-", "_", "." and brackets.');
}

function parseLocation(text: string): string {
  const region = parseRegion(text);
  if (region === undefined) throw new InvalidArgumentError('A region is written like westeurope.');
  return region;
}

function exportAll(named: readonly string[], options: ExportOptions): void {
  const { layout, out, force, name } = options;
  refuseForOthers(options);
  const found = findExportables(process.cwd(), named).map((exportable) => ({
    shown: join(out, exportable.connector.id),
    folder: resolve(out, exportable.connector.id),
    source: resolve(exportable.shown),
    exported: LAYOUTS[layout](exportable, options),
  }));
  if (name !== undefined && found.length > 1) throw new Failure('usage', '--name is for one connector');
  refuseDoubles(found.map(({ shown }) => shown));
  for (const { source, folder, shown } of found) if (source === folder) throw overItself(shown);
  if (force !== true) for (const { folder } of found) refuseTaken(folder, 'Replace it with --force');
  for (const { shown, folder, exported } of found) {
    writeFolder({ folder, files: exported.files, replaces: force === true });
    process.stdout.write(told(shown, exported));
  }
}

function refuseForOthers({ layout, name, location }: ExportOptions): void {
  const given = name === undefined ? '--location' : '--name';
  if (layout === 'arm' || (name ?? location) === undefined) return;
  throw new Failure('usage', `${given} is for --layout arm`);
}

function refuseDoubles(folders: readonly string[]): void {
  const double = folders.find((folder, index) => folders.indexOf(folder) < index);
  if (double === undefined) return;
  throw new Failure('usage', `Two connectors would be written to "${double}"`, { hint: 'Export them one by one' });
}

function overItself(folder: string): Failure {
  return new Failure('usage', `"${folder}" is the connector itself`, { hint: 'Write to another folder with --out' });
}

function told(shown: string, { files, losses }: Exported): string {
  const lost = losses.flatMap(({ file = '', pointer, message, hint }) => [
    `  ${`${file}${pointer}` || '/'}  ${message}`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
  ]);
  const heading = losses.length === 0 ? [] : [`  Not carried over (${plural(losses.length, 'construct')}):`];
  return [shown, `  ${[...files.keys()].join('  ')}`, ...heading, ...lost]
    .map((line) => `${printable(line)}\n`)
    .join('');
}
