import type { KnownRuleCode } from '../domain/rule-codes.ts';
import type { Problem, Problems, Rule } from './rule.ts';
import type { Subject } from './subject.ts';
import { walk } from './walk.ts';

/** More findings of one code in one connector help nobody, and a hostile file could ask for millions. */
export const MOST_PER_CODE = 1000;

export interface Reported {
  readonly code: KnownRuleCode;
  readonly problem: Problem;
}

/** Shows one connector to all rules at once and gives what they found, at most `MOST_PER_CODE` of each. */
export function runRules(rules: readonly Rule[], subject: Subject): Reported[] {
  const found: Reported[] = [];
  const counts = new Map<Rule, number>();
  const ask = (rule: Rule, problems: () => Problems): void => {
    let count = counts.get(rule) ?? 0;
    if (count >= MOST_PER_CODE) return;
    for (const problem of problems() ?? []) {
      count += 1;
      if (count > MOST_PER_CODE) break;
      found.push({ code: rule.code, problem });
    }
    counts.set(rule, count);
  };
  askAboutParts(rules, subject, ask);
  askAboutDocument(rules, subject, ask);
  return found;
}

type Ask = (rule: Rule, problems: () => Problems) => void;

function askAboutParts(rules: readonly Rule[], subject: Subject, ask: Ask): void {
  const { connector, document, properties, connectionParameters, policies } = subject;
  for (const rule of rules) {
    ask(rule, () => rule.connector?.(connector, subject));
    if (document !== undefined) ask(rule, () => rule.document?.(document, subject));
    if (properties !== undefined) ask(rule, () => rule.properties?.(properties, subject));
    if (rule.connectionParameter !== undefined) {
      for (const parameter of connectionParameters) ask(rule, () => rule.connectionParameter?.(parameter, subject));
    }
    if (rule.policy !== undefined) for (const policy of policies) ask(rule, () => rule.policy?.(policy, subject));
  }
}

function askAboutDocument(rules: readonly Rule[], subject: Subject, ask: Ask): void {
  if (subject.document === undefined) return;
  const operationRules = rules.filter((rule) => rule.operation !== undefined);
  const parameterRules = rules.filter((rule) => rule.parameter !== undefined);
  const schemaRules = rules.filter((rule) => rule.schema !== undefined);
  const referenceRules = rules.filter((rule) => rule.reference !== undefined);
  walk(subject.document, subject.operations, {
    operation: (operation) => operationRules.forEach((rule) => ask(rule, () => rule.operation?.(operation, subject))),
    parameter: (parameter) => parameterRules.forEach((rule) => ask(rule, () => rule.parameter?.(parameter, subject))),
    schema: (schema) => schemaRules.forEach((rule) => ask(rule, () => rule.schema?.(schema, subject))),
    reference: (reference) => referenceRules.forEach((rule) => ask(rule, () => rule.reference?.(reference, subject))),
  });
}
