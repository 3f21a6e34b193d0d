import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Exported } from '../app/export/exported.ts';
import { armLayout } from '../app/export/arm-layout.ts';
import { certificationLayout } from '../app/export/certification-layout.ts';
import { findExportables, type Exportable } from '../app/export/exportable.ts';
import { microsoftLayout } from '../app/export/microsoft-layout.ts';
import { refuseTaken, writeFolder } from '../app/write-folder.ts';
import { Failure } from '../domain/failure.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { plural, printable } from '../report/printable.ts';
import { addArmOptions, armLayoutOptions, type ArmExportOptions } from './arm-options.ts';
import { choiceOption } from './choice.ts';
import { renderProblems } from './export-problems.ts';
import { today } from './today.ts';

type LayoutName = 'microsoft' | 'arm' | 'certification';

interface ExportOptions extends ArmExportOptions {
  readonly layout: LayoutName;
  readonly out: string;
  readonly force?: true;
}

/** `problems`: why nothing is written. */
type Layout = (
  exportable: Exportable,
  options: ExportOptions,
) => Exported & { readonly problems?: readonly Diagnostic[] };

/** One form a line. */
const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  microsoft: microsoftLayout,
  arm: (exportable, options) => armLayout(exportable, armLayoutOptions(options)),
  certification: (exportable) => certificationLayout(exportable, { today: today() }),
};

export function addExport(root: Command): void {
  const command = root
    .command('export')
    .description('write connectors in a form that other tools read')
    .argument('<connector...>', 'names, folders, or trees that hold some, in either layout')
    .addOption(choiceOption('--layout <layout>', 'which form', Object.keys(LAYOUTS)).default('microsoft'))
    .requiredOption('--out <folder>', 'where to write: a folder in it for each connector')
    .option('--force', 'replace what is there');
  addArmOptions(command).action((named: string[], options: ExportOptions) => exportAll(named, options));
}

function exportAll(named: readonly string[], options: ExportOptions): void {
  const { layout, out, force, name } = options;
  refuseForOthers(options);
  const found = findExportables(process.cwd(), named).map((exportable) => {
    const shown = join(out, exportable.connector.id);
    const { problems = [], ...exported } = LAYOUTS[layout](exportable, options);
    return { exportable, problems, exported, shown, folder: resolve(out, exportable.connector.id) };
  });
  if (name !== undefined && found.length > 1) throw new Failure('usage', '--name is for one connector');
  refuseDoubles(found.map(({ shown }) => shown));
  for (const { exportable, folder, shown } of found) {
    if (resolve(exportable.shown) === folder) throw overItself(shown);
  }
  if (force !== true) for (const { folder } of found) refuseTaken(folder, 'Replace it with --force');
  const problems = renderProblems(found);
  if (problems !== undefined) {
    process.stdout.write(problems);
    process.exitCode = 1;
    return;
  }
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
