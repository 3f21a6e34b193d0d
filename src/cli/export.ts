import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Exported } from '../app/export/exported.ts';
import { armLayout } from '../app/export/arm-layout.ts';
import { armProblems } from '../app/export/arm-problems.ts';
import { certificationLayout } from '../app/export/certification-layout.ts';
import { findExportables, type Exportable } from '../app/export/exportable.ts';
import { refuseUnreadable } from '../app/export/parts-to-export.ts';
import { refuseReplacing } from '../app/export/refuse-replacing.ts';
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

interface Layout {
  /** `problems`: why nothing is written. */
  readonly make: (
    exportable: Exportable,
    options: ExportOptions,
  ) => Exported & { readonly problems?: readonly Diagnostic[] };
  /** The names of its files. */
  readonly writes: RegExp;
}

const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  microsoft: {
    make: microsoftLayout,
    writes:
      /^(?:apiDefinition\.swagger\.json|(?:apiProperties|settings)\.json|icon\.(?:png|jpg)|script\.csx|(?:README|intro)\.md)$/,
  },
  arm: {
    make: (exportable, options) => {
      const made = armLayout(exportable, armLayoutOptions(options));
      return { ...made, problems: armProblems(exportable, made) };
    },
    writes: /^azuredeploy(?:\.parameters)?\.json$/,
  },
  certification: {
    make: (exportable) => certificationLayout(exportable, { today: today() }),
    writes: /\.zip$/,
  },
};

export function addExport(root: Command): void {
  const command = root
    .command('export')
    .description('write connectors in a form that other tools read')
    .argument('<connector...>', 'names, folders, or trees that hold some, in either layout')
    .addOption(
      choiceOption('--layout <layout>', 'for paconn, for Logic Apps, or to be certified', Object.keys(LAYOUTS)).default(
        'microsoft',
      ),
    )
    .requiredOption('--out <folder>', 'where to write: a folder in it for each connector')
    .option('--force', 'replace what an export of this form wrote there');
  addArmOptions(command).action((named: string[], options: ExportOptions) => exportAll(named, options));
}

async function exportAll(named: readonly string[], options: ExportOptions): Promise<void> {
  refuseForOthers(options);
  const made: Made[] = [];
  const exportables = findExportables(process.cwd(), named);
  refuseUnreadable(exportables);
  for (const exportable of exportables) {
    made.push(make(exportable, options));
    // Ctrl-C is heard here, and nothing is written yet; once it begins, all of it is.
    await setImmediate();
  }
  refuseUnwritable(made, options);
  const problems = renderProblems(made);
  if (problems !== undefined) {
    process.stdout.write(problems);
    process.exitCode = 1;
    return;
  }
  for (const { shown, folder, exported } of made) {
    writeFolder({ folder, files: exported.files, replaces: options.force === true });
    process.stdout.write(told(shown, exported));
  }
}

interface Made {
  readonly exportable: Exportable;
  readonly problems: readonly Diagnostic[];
  readonly exported: Exported;
  /** As a person is told. */
  readonly shown: string;
  /** Absolute. */
  readonly folder: string;
}

function make(exportable: Exportable, options: ExportOptions): Made {
  const { out, layout } = options;
  const { id } = exportable.connector;
  const { problems = [], ...exported } = LAYOUTS[layout].make(exportable, options);
  return { exportable, problems, exported, shown: join(out, id), folder: resolve(out, id) };
}

/** All of them before the first is written: what is refused leaves everything as it was. */
function refuseUnwritable(made: readonly Made[], { layout, force, name }: ExportOptions): void {
  if (name !== undefined && made.length > 1) throw new Failure('usage', '--name is for one connector');
  refuseDoubles(made.map(({ shown }) => shown));
  const own = new Set(made.map(({ exportable }) => realPath(resolve(exportable.shown))));
  for (const { folder, shown } of made) {
    if (own.has(realPath(folder))) throw overItself(shown);
    if (force === true) refuseReplacing(folder, shown, LAYOUTS[layout].writes);
    else refuseTaken(folder, 'Replace it with --force');
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

/** Two names of one folder, by links or by case, are one. */
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync.native(folder) : folder;
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
