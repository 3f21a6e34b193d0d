import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { dynamicCallsOf, filePickerCallsOf } from './dynamic-calls.ts';
import type { SchemaNode } from './nodes.ts';
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
  const take = (rule: Rule, problems: Problems): void => {
    if (problems === undefined) return;
    let count = counts.get(rule) ?? 0;
    for (const problem of problems) {
      if (count >= MOST_PER_CODE) break;
      count += 1;
      found.push({ code: rule.code, problem });
    }
    counts.set(rule, count);
  };
  showParts(rules, subject, take);
  showDocument(rules, subject, take);
  return found;
}

type Take = (rule: Rule, problems: Problems) => void;

function showParts(rules: readonly Rule[], subject: Subject, take: Take): void {
  const { connector, properties, connectionParameters, policies } = subject;
  for (const rule of rules) {
    take(rule, rule.connector?.(connector, subject));
    if (properties !== undefined) take(rule, rule.properties?.(properties, subject));
    for (const parameter of connectionParameters) take(rule, rule.connectionParameter?.(parameter, subject));
    for (const policy of policies) take(rule, rule.policy?.(policy, subject));
  }
}

/** Called for each of many thousand schemas: the rules are picked once, and each thing is worked out once for all of them. */
function showDocument(rules: readonly Rule[], subject: Subject, take: Take): void {
  const { document, operations } = subject;
  if (document === undefined) return;
  const show = <Node>(pick: (rule: Rule) => ((node: Node, subject: Subject) => Problems) | undefined) => {
    const visits = rules.flatMap((rule) => {
      const visit = pick(rule);
      return visit === undefined ? [] : [{ rule, visit }];
    });
    return (node: Node): void => {
      for (const { rule, visit } of visits) take(rule, visit(node, subject));
    };
  };
  const showCall = show((rule) => rule.dynamicCall);
  const showSchema = show((rule) => rule.schema);
  show((rule) => rule.document)(document);
  filePickerCallsOf(document).forEach(showCall);
  walk(document, operations, {
    operation: show((rule) => rule.operation),
    parameter: show((rule) => rule.parameter),
    reference: show((rule) => rule.reference),
    schema: (node: SchemaNode) => {
      showSchema(node);
      dynamicCallsOf(node.value, node.pointer)?.forEach(showCall);
    },
  });
}
