import { arrayMember, isArray, member, stringMember, type Json } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { kindOf, quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

const KEY = 'x-ms-enum-values';

export const enumValuesExtension: Rule = {
  code: 'schema/enum-values-extension',
  schemaKeys: [KEY],
  schema: ({ value, pointer }) => {
    const list = member(value, KEY);
    if (list === undefined) return undefined;
    const place = child(pointer, KEY);
    if (!isArray(list)) {
      const message = `${quote(KEY)} is ${kindOf(list)} instead of a list`;
      return [{ at: inOpenApi(place), message, hint: 'Write [{"value": ..., "displayName": ...}]' }];
    }
    const allowed = new Set((arrayMember(value, 'enum') ?? []).map((entry) => JSON.stringify(entry)));
    const seen = new Set<string>();
    return list.flatMap((entry, index) => problemsOf(entry, child(place, index), allowed, seen));
  },
};

function problemsOf(entry: Json, place: Pointer, allowed: ReadonlySet<string>, seen: Set<string>): Problem[] {
  const value = member(entry, 'value');
  if (value === undefined)
    return [problem(place, 'The entry has no value', 'Add "value", one of the values of "enum"')];
  const text = JSON.stringify(value);
  const problems: Problem[] = [];
  if (allowed.size > 0 && !allowed.has(text)) {
    problems.push(
      problem(child(place, 'value'), `Value ${quote(value)} is not in "enum"`, 'Add it to "enum", or remove the entry'),
    );
  }
  if (seen.has(text))
    problems.push(problem(child(place, 'value'), `Value ${quote(value)} has two names`, 'Remove one of the two'));
  if (stringMember(entry, 'displayName') === undefined) {
    problems.push(problem(place, `Value ${quote(value)} has no name to show`, 'Add "displayName"'));
  }
  seen.add(text);
  return problems;
}

function problem(pointer: Pointer, message: string, hint: string): Problem {
  return { at: inOpenApi(pointer), message, hint };
}
