import { didYouMean } from '../did-you-mean.ts';
import { policyTextsOf, type PolicyText } from '../facts/policies.ts';
import { quote } from '../quote.ts';
import { inProperties, type Problem, type Rule } from '../rule.ts';

const CALL = /@\{?\s*connectionParameters\(\s*(['"])([^'"]*)\1/gi;

export const connectionParameterNotFound: Rule = {
  code: 'policy/connection-parameter-not-found',
  policy: (policy, { connectionParameterNames }) =>
    policyTextsOf(policy).flatMap((text) => problemsOf(text, connectionParameterNames)),
};

function problemsOf({ text, pointer }: PolicyText, names: ReadonlySet<string>): Problem[] {
  const unknown = parametersIn(text).filter((name) => !names.has(name));
  return unknown.map((name) => ({
    at: inProperties(pointer),
    message: `The policy reads the connection parameter ${quote(name)}, which does not exist`,
    hint: didYouMean(name, names, 'Name a connection parameter of this connector, or add this one'),
  }));
}

function parametersIn(text: string): string[] {
  return [...new Set([...text.matchAll(CALL)].map((match) => match[2] ?? ''))];
}
