import { arrayMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const enumDuplicate: Rule = {
  code: 'schema/enum-duplicate',
  schemaKeys: ['enum'],
  schema: ({ value, pointer }) => {
    const values = arrayMember(value, 'enum');
    if (values === undefined) return undefined;
    const list = child(pointer, 'enum');
    const first = new Map<string, number>();
    const problems: Problem[] = [];
    for (const [index, entry] of values.entries()) {
      const text = JSON.stringify(entry);
      const earlier = first.get(text);
      if (earlier === undefined) first.set(text, index);
      else {
        problems.push({
          at: inOpenApi(child(list, index)),
          message: `Value ${quote(entry)} is listed twice`,
          hint: 'Remove one of the two',
          replaces: [list],
          related: [{ at: inOpenApi(child(list, earlier)), message: 'The first of the two' }],
        });
      }
    }
    return problems;
  },
};
