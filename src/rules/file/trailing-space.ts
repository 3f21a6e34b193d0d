import type { Rule } from '../rule.ts';
import { checkLines } from '../shared-checks/source-lines.ts';

export const trailingSpace: Rule = {
  code: 'file/trailing-space',
  connector: (connector) =>
    checkLines(connector, spaceAtEnd, (lines) => ({
      message: `${lines === 1 ? 'One line ends' : `${lines} lines end`} with spaces or tabs`,
      hint: 'Delete them: they make differences that nobody sees',
    })),
};

function spaceAtEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at < end ? at : -1;
}
