import type { Connector } from '../../domain/connector.ts';
import type { Problem } from '../rule.ts';

/** One finding for each file that people write in JSON or YAML and that has such a line: at the first, with how many there are. */
export function checkLines(
  { openapi, properties, manifestPart, texts }: Connector,
  /** Offset of the fault in a line from `start` to `end`, both in the text; -1 for a good line. */
  faultIn: (text: string, start: number, end: number) => number,
  wordsFor: (lines: number) => Pick<Problem, 'message' | 'hint'>,
): Problem[] {
  const files = new Set([openapi?.file, properties?.file, manifestPart?.file]);
  return [...files].flatMap((file) => {
    const text = file === undefined ? undefined : texts.get(file);
    if (file === undefined || text === undefined) return [];
    const { first, lines } = countLines(text, faultIn);
    return lines === 0 ? [] : [{ ...wordsFor(lines), at: { file, offset: first } }];
  });
}

function countLines(
  text: string,
  faultIn: (text: string, start: number, end: number) => number,
): { readonly first: number; readonly lines: number } {
  let first = -1;
  let lines = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const fault = faultIn(text, start, text[end - 1] === '\r' ? end - 1 : end);
    if (fault >= 0) {
      if (lines === 0) first = fault;
      lines += 1;
    }
    start = end + 1;
  }
  return { first, lines };
}
