import { entriesOf, member } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const pathRedefined: Rule = {
  code: 'document/path-redefined',
  document: (document) => {
    const first = new Map<string, string>();
    const problems: Problem[] = [];
    for (const [path] of entriesOf(member(document, 'paths'))) {
      const folded = path.toLowerCase();
      const earlier = first.get(folded);
      if (earlier === undefined) first.set(folded, path);
      else if (!isExtensionKey(path)) problems.push(problemOf(path, earlier));
    }
    return problems;
  },
};

function problemOf(path: string, earlier: string): Problem {
  return {
    at: keyInOpenApi(pointerTo('paths', path)),
    message: `Path ${quote(path)} differs from ${quote(earlier)} only in the case of its letters`,
    hint: 'Keep one of the two and put all operations under it',
    related: [{ at: keyInOpenApi(pointerTo('paths', earlier)), message: 'The other path' }],
    identity: path.toLowerCase(),
  };
}
