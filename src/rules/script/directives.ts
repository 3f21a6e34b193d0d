import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { scriptSourceOf } from '../facts/script-source.ts';

export const directives: Rule = {
  code: 'script/directives',
  connector: (connector) => {
    const source = scriptSourceOf(connector);
    if (source === undefined) return undefined;
    return [...source.code.matchAll(/^([ \t]*)#(r|load)\b/gm)].map(({ index, 1: indent = '', 2: name = '' }) => ({
      at: source.placeAt(index + indent.length),
      message: `The script uses ${quote(`#${name}`)}, and nothing can be loaded where it runs`,
      hint: 'Remove it and use only the namespaces that the platform offers',
    }));
  },
};
