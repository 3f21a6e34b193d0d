import type { Command } from 'commander';
import { describeRule, listRules } from '../app/describe-rule.ts';

export function addRules(root: Command): void {
  root
    .command('rules')
    .description('what a rule means, why, and how to fix it')
    .argument('[code]', 'a rule’s code, or a part of it; all rules without it')
    .action((code: string | undefined) => {
      process.stdout.write(code === undefined ? listRules() : describeRule(code));
    });
}
