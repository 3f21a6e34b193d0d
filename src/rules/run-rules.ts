import type { Finding } from '../domain/finding.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { dynamicCallsOf, filePickerCallsOf } from './facts/dynamic-calls.ts';
import { UnreadExtensions } from './facts/unread-extensions.ts';
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

/** Shows one connector to rules. */
export type Runner = (subject: Subject) => Reported[];

/** What is found in one connector. */
interface Verdict {
  readonly subject: Subject;
  readonly found: Reported[];
  /** How many findings each rule has, by its index. */
  readonly counts: Uint16Array;
}

type Visit<Node> = (node: Node, subject: Subject) => Problems;
type Show<Node> = (node: Node, verdict: Verdict) => void;
type Shows = ReturnType<typeof showsOf>;

/**
 * Sorts rules by what they want to see, once: there are many connectors, and many thousand schemas in each. What it gives shows one
 * connector to all of the rules at once and tells what they found, at most `MOST_PER_CODE` of each.
 */
export function createRunner(rules: readonly Rule[]): Runner {
  const shows = showsOf(rules);
  return (subject) => {
    const verdict = { subject, found: [], counts: new Uint16Array(rules.length) };
    showParts(verdict, shows);
    if (subject.document !== undefined) showDocument(subject.document, verdict, shows);
    return verdict.found;
  };
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types
function showsOf(rules: readonly Rule[]) {
  return {
    connector: showTo(rules, (rule) => rule.connector),
    document: showTo(rules, (rule) => rule.document),
    properties: showTo(rules, (rule) => rule.properties),
    operation: showTo(rules, (rule) => rule.operation),
    parameter: showTo(rules, (rule) => rule.parameter),
    schema: showSchemas(rules),
    reference: showTo(rules, (rule) => rule.reference),
    dynamicCall: showTo(rules, (rule) => rule.dynamicCall),
    unreadExtension: showTo(rules, (rule) => rule.unreadExtension),
    connectionParameter: showTo(rules, (rule) => rule.connectionParameter),
    policy: showTo(rules, (rule) => rule.policy),
  };
}

/** What one rule does with one sort of thing. */
interface Visitor<Node> {
  readonly rule: Rule;
  readonly index: number;
  readonly visit: Visit<Node>;
}

function visitorsOf<Node>(rules: readonly Rule[], pick: (rule: Rule) => Visit<Node> | undefined): Visitor<Node>[] {
  return rules.flatMap((rule, index) => {
    const visit = pick(rule);
    return visit === undefined ? [] : [{ rule, index, visit }];
  });
}

function showTo<Node>(rules: readonly Rule[], pick: (rule: Rule) => Visit<Node> | undefined): Show<Node> {
  const visitors = visitorsOf(rules, pick);
  return (node, verdict) => {
    for (const visitor of visitors) call(visitor, node, verdict);
  };
}

/** A schema goes to the rules that want all of them, and to those that wait for one of its keys: once to each. */
function showSchemas(rules: readonly Rule[]): Show<SchemaNode> {
  const visitors = visitorsOf(rules, (rule) => rule.schema);
  const always = visitors.filter(({ rule }) => rule.schemaKeys === undefined);
  const waiting = new Map<string, Visitor<SchemaNode>[]>();
  for (const visitor of visitors) {
    for (const key of visitor.rule.schemaKeys ?? []) waiting.set(key, [...(waiting.get(key) ?? []), visitor]);
  }
  const last: SchemaNode[] = [];
  return (node, verdict) => {
    for (const visitor of always) call(visitor, node, verdict);
    for (const key in node.value) {
      for (const visitor of waiting.get(key) ?? NOBODY) {
        if (last[visitor.index] === node) continue;
        last[visitor.index] = node;
        call(visitor, node, verdict);
      }
    }
  };
}

const NOBODY: readonly Visitor<SchemaNode>[] = [];

function call<Node>({ rule, index, visit }: Visitor<Node>, node: Node, verdict: Verdict): void {
  const room = MOST_PER_CODE - (verdict.counts[index] ?? 0);
  const problems = room > 0 ? visit(node, verdict.subject) : undefined;
  if (problems !== undefined) collect(verdict, rule.code, index, problems);
}

function collect({ found, counts }: Verdict, code: KnownRuleCode, index: number, problems: Iterable<Problem>): void {
  let count = counts[index] ?? 0;
  for (const problem of problems) {
    if (count >= MOST_PER_CODE) break;
    count += 1;
    found.push(reportedAs(code, problem, count <= MOST_GUESSES));
  }
  counts[index] = count;
}

export function reportedAs(code: KnownRuleCode, problem: Problem, mayGuess: boolean): Reported {
  const { replaces = [], hint, ...rest } = problem;
  if (hint === undefined) return { finding: { ...rest, code }, replaces };
  const words = typeof hint === 'string' ? hint : ((mayGuess ? hint.guess() : undefined) ?? hint.otherwise);
  return { finding: { ...rest, code, hint: words }, replaces };
}

function showParts(verdict: Verdict, shows: Shows): void {
  const { connector, properties, connectionParameters, policies } = verdict.subject;
  shows.connector(connector, verdict);
  if (properties !== undefined) shows.properties(properties, verdict);
  for (const parameter of connectionParameters) shows.connectionParameter(parameter, verdict);
  for (const policy of policies) shows.policy(policy, verdict);
}

function showDocument(document: JsonObject, verdict: Verdict, shows: Shows): void {
  shows.document(document, verdict);
  for (const call of filePickerCallsOf(document)) shows.dynamicCall(call, verdict);
  const unread = new UnreadExtensions();
  unread.noteFrame(document);
  walk(document, verdict.subject.operations, {
    operation: (operation) => {
      unread.noteOperation(operation);
      shows.operation(operation, verdict);
    },
    parameter: (parameter) => {
      // The others are shown as schemas, too.
      if (parameter.location === 'body') unread.note(parameter);
      shows.parameter(parameter, verdict);
    },
    reference: (reference) => shows.reference(reference, verdict),
    schema: (schema) => {
      unread.note(schema);
      shows.schema(schema, verdict);
      for (const call of dynamicCallsOf(schema) ?? []) shows.dynamicCall(call, verdict);
    },
  });
  for (const extension of unread.all()) shows.unreadExtension(extension, verdict);
}
