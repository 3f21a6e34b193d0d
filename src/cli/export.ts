import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Exported } from '../app/export/exported.ts';
import { findExportables, type Exportable } from '../app/export/exportable.ts';
import { microsoftLayout } from '../app/export/microsoft-layout.ts';
import { refuseTaken, writeFolder } from '../app/write-folder.ts';
import { Failure } from '../domain/failure.ts';
import { plural, printable } from '../report/printable.ts';
import { choiceOption } from './choice.ts';

type LayoutName = 'microsoft';

interface ExportOptions {
  readonly layout: LayoutName;
  readonly out: string;
  readonly force?: true;
}

/** One form a line. */
const LAYOUTS: Readonly<Record<LayoutName, (exportable: Exportable) => Exported>> = { microsoft: microsoftLayout };

export function addExport(root: Command): void {
  root
    .command('export')
    .description('write connectors in a form that other tools read')
    .argument('<connector...>', 'names, folders, or trees that hold some, in either layout')
    .addOption(choiceOption('--layout <layout>', 'which form', Object.keys(LAYOUTS)).default('microsoft'))
    .requiredOption('--out <folder>', 'where to write: a folder in it for each connector')
    .option('--force', 'replace what is there')
    .action((named: string[], options: ExportOptions) => exportAll(named, options));
}

function exportAll(named: readonly string[], { layout, out, force }: ExportOptions): void {
  const found = findExportables(process.cwd(), named).map((exportable) => ({
    shown: join(out, exportable.connector.id),
    folder: resolve(out, exportable.connector.id),
    source: resolve(exportable.shown),
    exported: LAYOUTS[layout](exportable),
  }));
  refuseDoubles(found.map(({ shown }) => shown));
  for (const { source, folder, shown } of found) if (source === folder) throw overItself(shown);
  if (force !== true) for (const { folder } of found) refuseTaken(folder, 'Replace it with --force');
  for (const { shown, folder, exported } of found) {
    writeFolder({ folder, files: exported.files, replaces: force === true });
    process.stdout.write(told(shown, exported));
  }
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
  const lost = losses.map(({ file = '', pointer, message }) => `  ${file}${pointer || '/'}  ${message}`);
  const heading = losses.length === 0 ? [] : [`  Not carried over (${plural(losses.length, 'construct')}):`];
  return [shown, `  ${[...files.keys()].join('  ')}`, ...heading, ...lost]
    .map((line) => `${printable(line)}\n`)
    .join('');
}
