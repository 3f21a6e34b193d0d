import type { Rule } from '../rule.ts';
import { checkLines } from '../shared-checks/source-lines.ts';

export const hardTabs: Rule = {
  code: 'file/hard-tabs',
  connector: (connector) =>
    checkLines(connector, tabInIndentation, (lines) => ({
      message: `${lines === 1 ? 'One line is' : `${lines} lines are`} indented with tabs`,
      hint: 'Indent with spaces, which look the same everywhere',
    })),
};

function tabInIndentation(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === ' ') at += 1;
  return at < end && text[at] === '\t' ? at : -1;
}
