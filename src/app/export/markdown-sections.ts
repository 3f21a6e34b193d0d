/** A heading of a Markdown text, with what follows it up to the next heading of the same level or a higher one. */
export interface MarkdownSection {
  readonly level: number;
  readonly heading: string;
  /** Without white space around it. */
  readonly text: string;
}

/** The sections of a Markdown text in their order; those of a deeper level stand in those around them too. Fenced blocks hold no headings. */
export function markdownSections(markdown: string): MarkdownSection[] {
  const lines = markdown.split('\n');
  const starts = headingsIn(lines);
  return starts.map(({ level, heading, line }, index) => {
    const next = starts.slice(index + 1).find((one) => one.level <= level);
    const text = lines.slice(line + 1, next?.line ?? lines.length).join('\n');
    return { level, heading, text: text.trim() };
  });
}

interface Heading {
  readonly level: number;
  readonly heading: string;
  readonly line: number;
}

function headingsIn(lines: readonly string[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | undefined;
  for (const [line, text] of lines.entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    const [, hashes = '', heading = ''] = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(fence === undefined ? text : '') ?? [];
    if (heading !== '') found.push({ level: hashes.length, heading: heading.replace(/\s+#+\s*$/, '').trim(), line });
  }
  return found;
}
