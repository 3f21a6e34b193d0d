import { Command } from 'commander';
import { VERSION } from '../domain/version.ts';
const EPILOGUE = `
Exit codes: 0 clean; 1 findings; 2 bad usage; 3 nothing to check; 4 there are changes (plan, adopt); 5 refused by a safety valve
or a missing permission; 6 the live state moved, plan again; 7 the registry, the network or the disk failed; 70 a bug of ours; 130 interrupted (129 by SIGHUP, 143 by SIGTERM).`;

type AddVerb = (root: Command) => void;

/** One verb a file, in the order of the help. A file is only loaded for its verb: what the others need takes longer than judging a connector. */
const VERBS: Readonly<Record<string, () => Promise<AddVerb>>> = {
  validate: async () => (await import('./validate.ts')).addValidate,
  diff: async () => (await import('./diff.ts')).addDiff,
  plan: async () => (await import('./plan.ts')).addPlan,
  sync: async () => (await import('./sync.ts')).addSync,
  rollback: async () => (await import('./rollback.ts')).addRollback,
  serve: async () => (await import('./serve.ts')).addServe,
  import: async () => (await import('./import.ts')).addImport,
  export: async () => (await import('./export.ts')).addExport,
  new: async () => (await import('./new.ts')).addNew,
  edit: async () => (await import('./edit.ts')).addEdit,
  adopt: async () => (await import('./adopt.ts')).addAdopt,
  rules: async () => (await import('./rules.ts')).addRules,
};

/** The command line for these arguments: with the verb that they begin with, and with all of them when that is none. */
export async function program([first = '']: readonly string[]): Promise<Command> {
  const root = new Command('connectors')
    .description('Custom connectors as folders in git: judge them, compare them, publish them')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText('after', EPILOGUE);
  const wanted = Object.hasOwn(VERBS, first) ? [VERBS[first]] : first === '--version' ? [] : Object.values(VERBS);
  for (const load of wanted) (await load?.())?.(root);
  for (const command of [root, ...root.commands]) command.exitOverride().helpOption('--help', 'print this help');
  return root;
}
