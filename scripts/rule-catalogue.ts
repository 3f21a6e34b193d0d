// Reads docs/rules/catalogue.yaml: what is known to be judged of connectors anywhere, and what answers it here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isKnownRuleCode } from '../src/domain/known-rule-code.ts';
import type { KnownRuleCode } from '../src/domain/rule-codes.ts';

export interface Catalogue {
  readonly sections: readonly { readonly title: string; readonly rules: readonly CatalogueRule[] }[];
  /** By name. */
  readonly official: readonly OfficialName[];
}

/** Something to judge: the codes that do, or why there are none. */
export interface CatalogueRule {
  readonly name: string;
  readonly codes: readonly KnownRuleCode[];
  readonly why?: string;
}

/** A name that the platform's validator reports: `why` when no code stands for it. */
export interface OfficialName {
  readonly name: string;
  readonly why?: string;
}

interface CatalogueFile {
  readonly sections: readonly { readonly title: string; readonly rules: Readonly<Record<string, string | string[]>> }[];
  readonly official: Readonly<Record<string, string>>;
}

/** @throws Error for a code that there is none. */
export function readCatalogue(): Catalogue {
  const file = load(
    readFileSync(join(import.meta.dirname, '..', 'docs', 'rules', 'catalogue.yaml'), 'utf8'),
  ) as CatalogueFile;
  return {
    sections: file.sections.map(({ title, rules }) => ({ title, rules: Object.entries(rules).map(ruleOf) })),
    official: Object.entries(file.official).map(([name, answer]) =>
      answer === 'code' ? { name } : { name, why: answer },
    ),
  };
}

function ruleOf([name, answer]: [string, string | string[]]): CatalogueRule {
  return typeof answer === 'string' ? { name, codes: [], why: answer } : { name, codes: answer.map(knownCode) };
}

function knownCode(code: string): KnownRuleCode {
  if (isKnownRuleCode(code)) return code;
  throw new Error(`docs/rules/catalogue.yaml names ${JSON.stringify(code)}, which is no code`);
}
