/** A heading of a Markdown text, with what follows it up to the next heading of the same level or a higher one. */
export interface MarkdownSection {
  readonly level: number;
  readonly heading: string;
  /** Without white space around it. */
  readonly text: string;
}

/**
 * The sections of a Markdown text in their order; those of a deeper level stand in those around them too. Headings begin with `#` or are
 * underlined; fenced blocks hold none.
 */
export function markdownSections(markdown: string): MarkdownSection[] {
  const lines = markdown.split(/\r\n?|\n/);
  const headings = headingsIn(lines);
  const ends = endsOf(headings, lines.length);
  return headings.map(({ level, heading, after }, index) => {
    return { level, heading, text: lines.slice(after, ends[index]).join('\n').trim() };
  });
}

interface Heading {
  readonly level: number;
  readonly heading: string;
  /** Its first line, and the one after its last. */
  readonly line: number;
  readonly after: number;
}

function headingsIn(lines: readonly string[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | undefined;
  for (const [line, text] of lines.entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    else if (fence === undefined) found.push(...headingAt(lines, line));
  }
  return found;
}

function headingAt(lines: readonly string[], line: number): Heading[] {
  const text = lines[line] ?? '';
  const [, hashes = '', heading = ''] = /^ {0,3}(#{1,6})[ \t]*([^#\s].*)$/.exec(text) ?? [];
  if (heading !== '') return [{ level: hashes.length, heading: withoutHashes(heading.trim()), line, after: line + 1 }];
  const above = lines[line - 1]?.trim() ?? '';
  const underline = /^(?:={3,}|-{3,})\s*$/.test(text) ? text.charAt(0) : '';
  if (underline === '' || above === '' || above.startsWith('#')) return [];
  return [{ level: underline === '=' ? 1 : 2, heading: above, line: line - 1, after: line + 1 }];
}

function withoutHashes(heading: string): string {
  return heading.replace(/[ \t]#+$/, '').trimEnd();
}

/** The line where each section ends; from the last one on, so that it takes one pass however many there are. */
function endsOf(headings: readonly Heading[], end: number): number[] {
  const nextByLevel = [1, 2, 3, 4, 5, 6].map(() => end);
  const ends = headings.toReversed().map(({ level, line }) => {
    const next = nextByLevel[level - 1] ?? end;
    nextByLevel.fill(line, level - 1);
    return next;
  });
  return ends.toReversed();
}
