/** The headings of a Markdown text, in small letters. Those inside a fenced block are code. */
export function headingsOf(text: string): string[] {
  const headings: string[] = [];
  let fence: string | undefined;
  let previous = '';
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    else if (fence === undefined) {
      const heading = /^ {0,3}#{1,6}[ \t]*(\S.*)$/.exec(line)?.[1];
      if (heading !== undefined) headings.push(heading.toLowerCase());
      else if (/^(?:={3,}|-{3,})\s*$/.test(line) && previous.trim() !== '')
        headings.push(previous.trim().toLowerCase());
    }
    previous = line;
  }
  return headings;
}
