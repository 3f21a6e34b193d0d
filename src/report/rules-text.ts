import { PROFILES } from '../domain/registry-file.ts';
import type { RuleRow } from '../domain/rule-row.ts';
import { PLAIN, type Paint } from './paint.ts';
import { plainMarkdown } from './plain-markdown.ts';

type Severities = Pick<RuleRow, 'severity'>;

/** One rule as the list shows it. */
export interface ListedRule extends Severities, Pick<RuleRow, 'fixable' | 'status'> {
  readonly code: string;
}

/** One rule as its own page shows it. */
export interface ShownRule extends ListedRule, Pick<RuleRow, 'official'> {
  readonly link: string;
  readonly page?: string;
}

const CELL = 11;

/** Every rule by area, with its severity in each profile: `-` where it is off. */
export function renderRuleList(rules: readonly ListedRule[], paint: Paint = PLAIN): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  const head = ['rule'.padEnd(width), ...PROFILES.map((profile) => profile.slice(0, CELL).padEnd(CELL))].join('  ');
  const areas = [...Map.groupBy(rules, ({ code }) => code.slice(0, code.indexOf('/')))];
  const blocks = areas.map(([area, some]) =>
    [paint('strong', area), ...some.map((rule) => lineOf(rule, width, paint))].join('\n'),
  );
  return `${paint('faint', head.trimEnd())}\n\n${blocks.join('\n\n')}\n`;
}

function lineOf({ code, severity, fixable, status }: ListedRule, width: number, paint: Paint): string {
  const cells = PROFILES.map((profile) => {
    const one = severity[profile];
    return one === 'off' ? '-'.padEnd(CELL) : paint(one, one.padEnd(CELL));
  });
  const notes = [...(fixable ? ['--fix'] : []), ...(status === 'checked' ? [] : ['not checked'])].join(', ');
  return [code.padEnd(width), ...cells, notes].join('  ').trimEnd();
}

/** A rule's page, its severities, and where the page is on the web. */
export function renderRule(rule: ShownRule, paint: Paint = PLAIN): string {
  const { code, severity, official, fixable, status, link, page } = rule;
  const facts = [
    PROFILES.map((profile) => `${profile}: ${severity[profile]}`).join(', '),
    ...(official.length === 0 ? [] : [`The platform calls it: ${official.join(', ')}`]),
    ...(fixable ? ['"connectors validate --fix" mends it'] : []),
    ...(status === 'checked' ? [] : ['This rule is named, and nothing checks it']),
    paint('faint', link),
  ];
  return `${plainMarkdown(page ?? `# ${code}`, paint)}\n${facts.join('\n')}\n`;
}
