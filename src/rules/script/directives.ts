import { codeOnly } from '../csharp.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const directives: Rule = {
  code: 'script/directives',
  connector: ({ script }) => {
    if (script === undefined) return undefined;
    const found = new Set(
      [...codeOnly(script.text).matchAll(/^[ \t]*#(r|load)\b/gm)].map((match) => `#${match[1] ?? ''}`),
    );
    return [...found].map((directive) => ({
      at: { part: 'script', pointer: '' },
      message: `The script uses ${quote(directive)}, and nothing can be loaded where it runs`,
      hint: 'Remove it and use only the namespaces that the platform offers',
    }));
  },
};
