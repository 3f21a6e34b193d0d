import { arrayMember, stringMember } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const tagRedefined: Rule = {
  code: 'document/tag-redefined',
  document: (document) => {
    const first = new Map<string, number>();
    const problems: Problem[] = [];
    for (const [index, tag] of (arrayMember(document, 'tags') ?? []).entries()) {
      const name = stringMember(tag, 'name');
      const earlier = name === undefined ? undefined : first.get(name);
      if (name !== undefined && earlier === undefined) first.set(name, index);
      if (name !== undefined && earlier !== undefined) problems.push(problemOf(name, index, earlier));
    }
    return problems;
  },
};

function problemOf(name: string, index: number, earlier: number): Problem {
  return {
    at: inOpenApi(pointerTo('tags', index, 'name')),
    message: `Tag ${quote(name)} is declared twice`,
    hint: 'Remove one of the two',
    related: [{ at: inOpenApi(pointerTo('tags', earlier, 'name')), message: 'The first declaration' }],
  };
}
