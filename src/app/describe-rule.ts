import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../domain/failure.ts';
import { PROFILES } from '../domain/registry-file.ts';
import { isKnownRuleCode } from '../domain/known-rule-code.ts';
import { RULE_CODES, type KnownRuleCode } from '../domain/rule-codes.ts';
import type { RuleRow } from '../domain/rule-row.ts';
import { ruleDocs } from '../report/docs-link.ts';

/** Every code with its severity in each profile, a line each. */
export function listRules(): string {
  const codes = Object.keys(RULE_CODES).filter(isKnownRuleCode).toSorted();
  const width = Math.max(...codes.map((code) => code.length));
  const head = `${'code'.padEnd(width)}  ${PROFILES.map((profile) => profile.padEnd(8).slice(0, 11)).join('  ')}`;
  return `${[head, ...codes.map((code) => lineOf(code, width))].join('\n')}\n`;
}

/**
 * A rule's page and severities, by its code or by a part of it that only one code has.
 * @throws Failure (`usage`) for something that names no rule, or several.
 */
export function describeRule(text: string): string {
  const code = codeNamed(text);
  const row: RuleRow = RULE_CODES[code];
  const severities = PROFILES.map((profile) => `${profile}: ${row.severity[profile]}`).join(', ');
  const official = row.official.length === 0 ? '' : `\nOfficial names: ${row.official.join(', ')}`;
  const status = statusOf(row);
  return `${pageOf(code)}\n${severities}${official}${status}\n${ruleDocs(code)}\n`;
}

function lineOf(code: KnownRuleCode, width: number): string {
  const row = RULE_CODES[code];
  const cells = PROFILES.map((profile) => row.severity[profile].padEnd(Math.max(8, Math.min(profile.length, 11))));
  return `${code.padEnd(width)}  ${cells.join('  ')}${STATUS_NOTES[row.status]}`.trimEnd();
}

const STATUS_NOTES = { checked: '', planned: '  (not checked yet)', unchecked: '  (not checkable)' } as const;

function statusOf({ status, why }: RuleRow): string {
  if (status === 'planned') return '\nThis rule is named, and not checked yet.';
  return why === undefined ? '' : `\nThis rule is named, and not checked: ${why}.`;
}

function codeNamed(text: string): KnownRuleCode {
  if (isKnownRuleCode(text)) return text;
  const similar = Object.keys(RULE_CODES)
    .filter(isKnownRuleCode)
    .filter((code) => code.includes(text.toLowerCase()));
  const [only] = similar;
  if (only !== undefined && similar.length === 1) return only;
  throw new Failure('usage', `"${text}" names ${similar.length === 0 ? 'no rule' : `${similar.length} rules`}`, {
    hint: similar.length === 0 ? '"connectors rules" lists them' : `Did you mean ${similar.slice(0, 5).join(', ')}?`,
  });
}

/** The page in docs/, which the package ships; a rule that is not checked yet has none. */
function pageOf(code: KnownRuleCode): string {
  for (const root of rootsAbove(dirname(fileURLToPath(import.meta.url)))) {
    try {
      return readFileSync(join(root, 'docs', 'rules', `${code}.md`), 'utf8').trimEnd();
    } catch {
      // Bundled and unbundled code lie at different depths: look further up.
    }
  }
  return code;
}

function* rootsAbove(folder: string): Generator<string> {
  for (let current = folder; current !== dirname(current); current = dirname(current)) yield current;
}
