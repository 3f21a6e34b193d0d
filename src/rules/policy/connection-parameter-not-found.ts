import { isArray, isObject, type Json } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { policyValuesOf, type PolicyValue } from '../facts/policies.ts';
import { quote } from '../quote.ts';
import { inProperties, type Problem, type Rule } from '../rule.ts';

const CALL = /@\{?\s*connectionParameters\(\s*(['"])([^'"]*)\1/gi;

export const connectionParameterNotFound: Rule = {
  code: 'policy/connection-parameter-not-found',
  policy: (policy, { connectionParameterNames }) =>
    policyValuesOf(policy)
      .flatMap(textsIn)
      .flatMap((text) => problemsOf(text, connectionParameterNames)),
};

function problemsOf({ value, pointer }: PolicyValue, names: ReadonlySet<string>): Problem[] {
  const unknown = parametersIn(value).filter((name) => !names.has(name));
  return unknown.map((name) => ({
    at: inProperties(pointer),
    message: `The policy reads the connection parameter ${quote(name)}, which does not exist`,
    hint: didYouMean(name, names, 'Name a connection parameter of this connector, or add this one'),
  }));
}

function parametersIn(value: Json): string[] {
  return typeof value === 'string' ? [...new Set([...value.matchAll(CALL)].map((match) => match[2] ?? ''))] : [];
}

/** The texts of a value: itself, or those directly in it, as in the configuration of a polling trigger. */
function textsIn(found: PolicyValue): PolicyValue[] {
  if (!isObject(found.value) && !isArray(found.value)) return [found];
  return Object.entries(found.value).map(([name, value]) => ({ name, value, pointer: child(found.pointer, name) }));
}
