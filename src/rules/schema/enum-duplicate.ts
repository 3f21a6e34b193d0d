import { arrayMember, type Json } from '../../domain/json.ts';
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
    const first = new Map<Json, number>();
    const containers = new Map<Json, number>();
    const problems: Problem[] = [];
    for (const [index, entry] of values.entries()) {
      const isPlain = typeof entry !== 'object';
      const [known, sought] = isPlain ? [first, entry] : [containers, JSON.stringify(entry)];
      const earlier = known.get(sought);
      if (earlier === undefined) known.set(sought, index);
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
