// Writes docs/rules/README.md: the table of codes, what the platform's validator calls them, and the catalogue of what is known to be judged.
// Usage: node scripts/rules-readme.ts      a test fails when the file is not what this writes
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILES } from '../src/domain/registry-file.ts';
import { KNOWN_RULE_CODES, ruleRow, type KnownRuleCode } from '../src/domain/rule-codes.ts';
import { readCatalogue, type Catalogue } from './rule-catalogue.ts';

const ROOT = join(import.meta.dirname, '..');

const INTRODUCTION = `# Rules

A code names one thing that can be wrong with a connector. Codes are public: none is ever renamed, used again or given another meaning.
\`npx connectors rules <code>\` prints a rule's page.

How strictly a code is judged depends on the profile. \`base\` asks whether a connector can be registered and works. \`certified\` and
\`independent-publisher\` add what certification asks for, \`strict\` what the guidelines recommend. \`registry.yaml\` sets a profile for each folder.
At most 1,000 findings of one code are reported for one connector, and 200 from one schema.

Three tables follow: [the codes](#codes) with their severity in each profile, the products whose users would notice, and
whether [\`validate --fix\`](../fixing.md) mends what leaves no doubt;
[the official names](#official-names), for whoever has a message of the platform's own validator in hand; and [the catalogue](#catalogue), all
that is known to be judged of connectors anywhere, with the code that judges it here or why nothing can.
A code without a page is reserved: nothing reports it, and the last column says why.

What is promised can be tried on any tree of connectors:

- \`node bench/faults.ts FOLDER 20\` puts the fault that a code names into connectors, and asks for it at its line, with nothing else new. Last tried
  with 503 real connectors, up to 60 for each of 316 codes: 18,879 faults, all found, all at their line, nothing else new. Six codes are no fault of
  one connector at one time; the command says which tests have them.
- \`node bench/reformatting.ts FOLDER\` gives each document another order of keys, other indentation, other line ends, and JSON as YAML, in both
  layouts, and asks for no new finding. Last tried with 524 real connectors: 39,804 findings, none of them new.
`;

/** The text of docs/rules/README.md. */
export function rulesReadme(): string {
  const catalogue = readCatalogue();
  const parts = [INTRODUCTION, codesPart(), officialPart(catalogue), cataloguePart(catalogue)];
  return parts.join('\n');
}

function codesPart(): string {
  const areas = [...new Set(KNOWN_RULE_CODES.map((code) => code.split('/')[0] ?? ''))];
  return `## Codes\n${areas.map((area) => `\n### ${area}\n\n${codesTable(area)}`).join('')}`;
}

function codesTable(area: string): string {
  const codes = KNOWN_RULE_CODES.filter((code) => code.startsWith(`${area}/`));
  return table(['code', ...PROFILES, 'products', '`--fix`', 'the platform calls it'], codes.map(cellsOf));
}

function cellsOf(code: KnownRuleCode): string[] {
  const row = ruleRow(code);
  if (row === undefined) return [];
  const judged = PROFILES.map((profile) => row.severity[profile].replace('off', ''));
  const where = row.products.length === 3 ? 'all' : row.products.join(', ');
  const last = row.why === undefined ? row.official.join(', ') : `not checked: ${row.why}`;
  return [linkTo(code), ...judged, where, row.fixable ? 'mends' : '', last];
}

function officialPart({ official }: Catalogue): string {
  const rows = official.map(({ name, why }) => [name, why ?? codesCalled(name).map(linkTo).join(', ')]);
  return `## Official names\n\n${table(['the platform calls it', 'code here'], rows)}`;
}

function codesCalled(name: string): KnownRuleCode[] {
  return KNOWN_RULE_CODES.filter((code) => ruleRow(code)?.official.includes(name));
}

function cataloguePart({ sections }: Catalogue): string {
  const parts = sections.map(({ title, rules }) => {
    const rows = rules.map(({ name, codes, why }) => [name, why ?? codes.map(linkTo).join(', ')]);
    return `\n### ${title}\n\n${table(['what is known', 'code here'], rows)}`;
  });
  return `## Catalogue\n${parts.join('')}`;
}

function linkTo(code: KnownRuleCode): string {
  return ruleRow(code)?.status === 'checked' ? `[${code}](${code}.md)` : code;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

if (import.meta.main) writeFileSync(join(ROOT, 'docs', 'rules', 'README.md'), rulesReadme());
