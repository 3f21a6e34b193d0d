import type { Command } from 'commander';
import { describeRule, listRules } from '../app/describe-rule.ts';
import { renderRule, renderRuleList } from '../report/rules-text.ts';
import { choiceOption } from './choice.ts';
import { paintFor } from './screen.ts';

export function addRules(root: Command): void {
  root
    .command('rules')
    .description('what a rule means, why, and how to fix it')
    .argument('[code]', 'a rule’s code, a part of it, or the platform’s own name for it; all rules without it')
    .addOption(choiceOption('--format <format>', 'how to print it', ['text', 'json']).default('text'))
    .action((code: string | undefined, { format }: { readonly format: 'text' | 'json' }) => {
      process.stdout.write(format === 'json' ? asJson(code) : asText(code));
    });
}

function asJson(code: string | undefined): string {
  const rules = code === undefined ? listRules() : [describeRule(code)];
  return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
}

function asText(code: string | undefined): string {
  const paint = paintFor({ isTTY: process.stdout.isTTY, env: process.env });
  return code === undefined ? renderRuleList(listRules(), paint) : renderRule(describeRule(code), paint);
}
