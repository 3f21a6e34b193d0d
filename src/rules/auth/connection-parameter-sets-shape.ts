import { arrayMember, entriesOf, isObject, member, objectMember, stringMember, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inProperties, type Problem, type Rule } from '../rule.ts';

const BASE = '/connectionParameterSets';

export const connectionParameterSetsShape: Rule = {
  code: 'auth/connection-parameter-sets-shape',
  properties: (properties) => {
    const sets = member(properties, 'connectionParameterSets');
    if (sets === undefined) return undefined;
    if (!isObject(sets)) return [problem(BASE, 'The sets of connection parameters are not an object', SHAPE)];
    const values = arrayMember(sets, 'values') ?? [];
    const seen = new Set<string>();
    return [
      ...namesMissing(sets, BASE, 'The choice of authentication'),
      ...(values.length === 0 ? [problem(BASE, 'There is no set of connection parameters to choose from', SHAPE)] : []),
      ...values.flatMap((set, index) => problemsOfSet(set, child(BASE, 'values', index), seen)),
    ];
  },
};

const SHAPE = 'Describe each set with a name, a display name and its parameters';

function problemsOfSet(set: Json, pointer: Pointer, seen: Set<string>): Problem[] {
  const name = stringMember(set, 'name');
  if (name === undefined) return [problem(pointer, 'A set of connection parameters has no name', 'Add "name"')];
  const isTwice = seen.has(name);
  seen.add(name);
  const what = `The set ${quote(name)}`;
  return [
    ...(isTwice ? [problem(child(pointer, 'name'), `${what} exists twice`, 'Give each set a name of its own')] : []),
    ...(objectMember(set, 'parameters') === undefined
      ? [problem(pointer, `${what} has no parameters`, 'Add "parameters"')]
      : []),
    ...namesMissing(set, pointer, what),
  ];
}

function namesMissing(holder: Json, pointer: Pointer, what: string): Problem[] {
  // One sample of the platform's own documentation spells it in lower case.
  const ui = entriesOf(member(holder, 'uiDefinition'));
  if (ui.some(([key, value]) => key.toLowerCase() === 'displayname' && typeof value === 'string')) return [];
  return [problem(pointer, `${what} has no name to show to makers`, 'Add a display name')];
}

function problem(pointer: Pointer, message: string, hint: string): Problem {
  return { at: inProperties(pointer), message, hint };
}
