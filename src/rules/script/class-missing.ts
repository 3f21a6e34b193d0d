import type { Rule } from '../rule.ts';
import { scriptSourceOf } from '../facts/script-source.ts';

const CLASS = /\bclass\s+Script\s*:\s*(?:[\w.]+\s*,\s*)*(?:[\w.]+\.)?ScriptBase\b/;
const METHOD = /\boverride\b[^;{}]*\bExecuteAsync\s*\(/;
const HINT =
  'Write "public class Script : ScriptBase" with "public override async Task<HttpResponseMessage> ExecuteAsync()"';

export const classMissing: Rule = {
  code: 'script/class-missing',
  connector: (connector) => {
    const source = scriptSourceOf(connector);
    if (source === undefined) return undefined;
    const found = CLASS.exec(source.code);
    if (found === null) {
      return [
        { at: source.placeAt(0), message: 'The script has no class "Script" that extends "ScriptBase"', hint: HINT },
      ];
    }
    if (METHOD.test(source.code)) return undefined;
    return [
      { at: source.placeAt(found.index), message: 'The class "Script" does not override "ExecuteAsync"', hint: HINT },
    ];
  },
};
