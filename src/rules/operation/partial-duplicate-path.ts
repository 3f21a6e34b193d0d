import type { Operation, Verb } from '../../domain/operation.ts';
import { createPathTree, type PathTree } from '../facts/path-tree.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const partialDuplicatePath: Rule = {
  code: 'operation/partial-duplicate-path',
  document: (_, { operations }) => {
    const trees = new Map<Verb, PathTree>();
    const routed = operations.filter(({ path }) => path.startsWith('/') && !isExtensionKey(path));
    for (const operation of routed) {
      const tree = trees.get(operation.verb) ?? createPathTree();
      trees.set(operation.verb, tree);
      tree.add(operation);
    }
    return routed.flatMap((operation) => {
      const wider = trees.get(operation.verb)?.widerThan(operation.path);
      return wider === undefined ? [] : [problemOf(operation, wider)];
    });
  },
};

function problemOf(operation: Operation, wider: Operation): Problem {
  const verb = operation.verb.toUpperCase();
  return {
    at: keyInOpenApi(operation.pointer),
    message: `${verb} ${quote(operation.path)} is also a match for ${verb} ${quote(wider.path)}`,
    hint: 'Where you can, give the two paths different fixed parts',
    related: [{ at: keyInOpenApi(wider.pointer), message: 'The other operation' }],
  };
}
