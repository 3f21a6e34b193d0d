import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { scriptSourceOf } from '../facts/script-source.ts';

export const namespaceDeclared: Rule = {
  code: 'script/namespace-declared',
  connector: (connector) => {
    const source = scriptSourceOf(connector);
    const found = /^([ \t]*)namespace\s+([\w.]+)/m.exec(source?.code ?? '');
    if (source === undefined || found === null) return undefined;
    const message = `The script declares the namespace ${quote(found[2])}, and its class is looked for outside of any`;
    return [
      {
        at: source.placeAt(found.index + (found[1]?.length ?? 0)),
        message,
        hint: 'Remove the namespace around the class',
      },
    ];
  },
};
