import type { Connector } from '../../domain/connector.ts';
import type { Part } from '../../domain/finding.ts';
import { isArray, isObject, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import type { Problem, Rule } from '../rule.ts';

const CALL = '@environmentVariables(';
/** Where solutions put values in: the address, and all that belongs to signing in. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  openapi: /^\/(?:host|basePath|securityDefinitions\/.*)$/s,
  properties: /^\/(?:connectionParameters|connectionParameterSets)\/.*$/s,
};

export const environmentVariablePosition: Rule = {
  code: 'document/environment-variable-position',
  connector: (connector) => {
    if (!mayHaveAny(connector)) return undefined;
    const { openapi, properties } = connector;
    return [...problemsIn(openapi?.value, 'openapi'), ...problemsIn(properties?.value, 'properties')];
  },
};

/** Looking at the text is quicker than at each value, above all for something that begins with a rare letter; a revision has no text. */
function mayHaveAny({ texts }: Connector): boolean {
  return texts.size === 0 || [...texts.values()].some((text) => text.includes('Variables('));
}

function problemsIn(root: Json | undefined, part: Part): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<Json>();
  const pending: { readonly value: Json; readonly pointer: Pointer }[] = [{ value: root ?? null, pointer: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (typeof value === 'string' && value.includes(CALL) && ALLOWED[part]?.test(pointer) !== true) {
      problems.push(problemAt(part, pointer));
    }
    if ((!isObject(value) && !isArray(value)) || seen.has(value)) continue;
    seen.add(value);
    for (const [key, below] of Object.entries(value)) pending.push({ value: below, pointer: child(pointer, key) });
  }
  return problems;
}

function problemAt(part: Part, pointer: Pointer): Problem {
  const message = 'An environment variable is not put in here: the text is sent as it stands';
  const hint = 'Use it in "host", "basePath" and the settings of the connection only';
  return { at: { part, pointer }, message, hint };
}
