import { Command } from 'commander';
import { VERSION } from '../domain/version.ts';
import { addDiff } from './diff.ts';
import { addPlan } from './plan.ts';
import { addRollback } from './rollback.ts';
import { addRules } from './rules.ts';
import { addServe } from './serve.ts';
import { addSync } from './sync.ts';
import { addValidate } from './validate.ts';

const EPILOGUE = `
Exit codes: 0 clean; 1 findings; 2 bad usage; 3 nothing to check; 4 there are changes (plan); 5 refused by a safety valve or a
missing permission; 6 the live state moved, plan again; 7 the registry, the network or the disk failed; 70 a bug of ours; 130 interrupted.`;

/** The command line: one verb a file. */
export function program(): Command {
  const root = new Command('connectors')
    .description('Custom connectors as folders in git: judge them, compare them, publish them')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText('after', EPILOGUE);
  for (const add of [addValidate, addDiff, addPlan, addSync, addRollback, addServe, addRules]) add(root);
  for (const command of [root, ...root.commands]) command.exitOverride().helpOption('--help', 'print this help');
  return root;
}
