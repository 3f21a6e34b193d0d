import { codeOnly } from '../csharp.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const namespaceDeclared: Rule = {
  code: 'script/namespace-declared',
  connector: ({ script }) => {
    const name = script === undefined ? undefined : /^[ \t]*namespace\s+([\w.]+)/m.exec(codeOnly(script.text))?.[1];
    if (name === undefined) return undefined;
    const message = `The script declares the namespace ${quote(name)}, and its class is looked for outside of any`;
    return [{ at: { part: 'script', pointer: '' }, message, hint: 'Remove the namespace around the class' }];
  },
};
