import type { Finding } from '../domain/finding.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { dynamicCallsOf, filePickerCallsOf } from './facts/dynamic-calls.ts';
import type { SchemaNode } from './nodes.ts';
import type { Problem, Problems, Rule } from './rule.ts';
import type { Subject } from './subject.ts';
import { walk } from './walk.ts';

/** More findings of one code in one connector help nobody, and a hostile file could ask for millions. */
export const MOST_PER_CODE = 1000;

// Comparing names costs the most; nobody reads this many guesses.
const MOST_GUESSES = 50;

/** What a rule found, ready to report. */
export interface Reported {
  readonly finding: Finding;
  readonly replaces: readonly Pointer[];
}

/** A rule while one connector is judged. */
interface Judge {
  readonly rule: Rule;
  count: number;
}

type Show = <Node>(pick: (rule: Rule) => Visit<Node> | undefined) => (node: Node) => void;
type Visit<Node> = (node: Node, subject: Subject) => Problems;

/** Shows one connector to all rules at once and gives what they found, at most `MOST_PER_CODE` of each. */
export function runRules(rules: readonly Rule[], subject: Subject): Reported[] {
  const found: Reported[] = [];
  const judges = rules.map((rule): Judge => ({ rule, count: 0 }));
  // Rules are picked once for each sort of thing: there are many thousand schemas to show.
  const show: Show = (pick) => {
    const visits = judges.flatMap((judge) => {
      const visit = pick(judge.rule);
      return visit === undefined ? [] : [{ judge, visit }];
    });
    return (node) => {
      for (const { judge, visit } of visits) {
        const problems = judge.count < MOST_PER_CODE ? visit(node, subject) : undefined;
        if (problems !== undefined) collect(judge, problems, found);
      }
    };
  };
  showParts(subject, show);
  if (subject.document !== undefined) showDocument(subject.document, subject, show);
  return found;
}

function collect(judge: Judge, problems: Iterable<Problem>, found: Reported[]): void {
  for (const problem of problems) {
    if (judge.count >= MOST_PER_CODE) break;
    judge.count += 1;
    found.push(reportedAs(judge.rule.code, problem, judge.count <= MOST_GUESSES));
  }
}

export function reportedAs(code: KnownRuleCode, problem: Problem, mayGuess: boolean): Reported {
  const { replaces = [], hint, ...rest } = problem;
  if (hint === undefined) return { finding: { ...rest, code }, replaces };
  const words = typeof hint === 'string' ? hint : ((mayGuess ? hint.guess() : undefined) ?? hint.otherwise);
  return { finding: { ...rest, code, hint: words }, replaces };
}

function showParts({ connector, properties, connectionParameters, policies }: Subject, show: Show): void {
  show((rule) => rule.connector)(connector);
  if (properties !== undefined) show((rule) => rule.properties)(properties);
  connectionParameters.forEach(show((rule) => rule.connectionParameter));
  policies.forEach(show((rule) => rule.policy));
}

function showDocument(document: JsonObject, { operations }: Subject, show: Show): void {
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
