import { codeOnly } from '../csharp.ts';
import type { Rule } from '../rule.ts';

const CLASS = /\bclass\s+Script\s*:\s*(?:[\w.]+\s*,\s*)*(?:[\w.]+\.)?ScriptBase\b/;
const METHOD = /\boverride\b[^;{}]*\bExecuteAsync\s*\(/;

export const classMissing: Rule = {
  code: 'script/class-missing',
  connector: ({ script }) => {
    if (script === undefined) return undefined;
    const code = codeOnly(script.text);
    const lacks = CLASS.test(code) ? (METHOD.test(code) ? undefined : 'method') : 'class';
    if (lacks === undefined) return undefined;
    const at = { part: 'script', pointer: '' } as const;
    const hint =
      'Write "public class Script : ScriptBase" with "public override async Task<HttpResponseMessage> ExecuteAsync()"';
    if (lacks === 'class') return [{ at, message: 'The script has no class "Script" that extends "ScriptBase"', hint }];
    return [{ at, message: 'The class "Script" does not override "ExecuteAsync"', hint }];
  },
};
