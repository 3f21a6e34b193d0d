import { arrayMember, entriesOf, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { listed, problemsOfFormats, problemsOfPaths, problemsOfRule, problemsOfUrl } from './check-rule.ts';
import { notAllowed, notValid, type RulesetProblem } from './ruleset-problem.ts';

/** A rule's name becomes the code `style/<name>`. */
const RULE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const MOST_RULES = 500;

/** What in one file of a ruleset, apart from `extends`, could run code or reach out, or is plainly wrong. At most 50. */
export function problemsOfRuleset(ruleset: JsonObject): RulesetProblem[] {
  return problemsOfLevel(ruleset, '').slice(0, 50);
}

function problemsOfLevel(ruleset: JsonObject, at: Pointer): RulesetProblem[] {
  return [
    ...problemsOfCode(ruleset, at),
    ...problemsOfRules(member(ruleset, 'rules'), child(at, 'rules')),
    ...problemsOfAliases(member(ruleset, 'aliases'), child(at, 'aliases')),
    ...problemsOfFormats(member(ruleset, 'formats'), child(at, 'formats')),
    ...problemsOfUrl(member(ruleset, 'documentationUrl'), child(at, 'documentationUrl')),
    ...(arrayMember(ruleset, 'overrides') ?? []).flatMap((override, index) => {
      const place = child(at, 'overrides', index);
      return isObject(override) ? [...problemsOfLevel(override, place), ...problemsOfOverride(override, place)] : [];
    }),
  ];
}

function problemsOfCode(ruleset: JsonObject, at: Pointer): RulesetProblem[] {
  return ['functions', 'functionsDir', 'except']
    .filter((key) => Object.hasOwn(ruleset, key))
    .map((key) =>
      key === 'except'
        ? notValid(child(at, key), 'A ruleset has no "except"', 'Use "suppressions" in connector.yaml, or "overrides"')
        : notAllowed(
            child(at, key),
            `"${key}" brings functions of its own, which are code, and code of a ruleset is never run`,
            'Say the rule with the functions that Spectral has',
          ),
    )
    .map((problem) => ({ ...problem, key: true }));
}

function problemsOfOverride(override: JsonObject, at: Pointer): RulesetProblem[] {
  return ['extends', 'overrides']
    .filter((key) => Object.hasOwn(override, key))
    .map((key) => notValid(child(at, key), `An override has no "${key}" here`, 'Put a .spectral.yaml into the folder'));
}

function problemsOfRules(rules: Json | undefined, at: Pointer): RulesetProblem[] {
  const all = entriesOf(rules);
  if (all.length > MOST_RULES) return [notValid(at, `The ruleset has ${all.length} rules; ${MOST_RULES} are read`)];
  return all.flatMap(([name, rule]) => {
    const place = child(at, name);
    if (RULE_NAME.test(name)) return problemsOfRule(rule, place);
    const hint = 'Use letters, digits, hyphens, dots and underscores, 80 at most';
    return [{ ...notValid(place, `"${name}" is no name for a rule`, hint), key: true }];
  });
}

function problemsOfAliases(aliases: Json | undefined, at: Pointer): RulesetProblem[] {
  return entriesOf(aliases).flatMap(([name, alias]) => {
    const place = child(at, name);
    if (!isObject(alias)) return problemsOfPaths(alias, place);
    return listed(member(alias, 'targets'), child(place, 'targets')).flatMap(([target, where]) => [
      ...problemsOfPaths(member(target, 'given'), child(where, 'given')),
      ...problemsOfFormats(member(target, 'formats'), child(where, 'formats')),
    ]);
  });
}
