import { PLAIN, type Paint } from './paint.ts';

/** Columns of text; code is never wrapped. */
const WIDTH = 88;

/** Markdown of our own pages for a terminal: paragraphs wrapped, code indented, marks and links gone. */
export function plainMarkdown(markdown: string, paint: Paint = PLAIN): string {
  let inCode = false;
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) blocks.push(wrapped(paragraph.join(' '), paint));
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    const isFence = /^ {0,3}```/.test(line);
    if (isFence || inCode || line.trim() === '' || /^(?:#|[-*|] ?)/.test(line)) close();
    if (isFence) inCode = !inCode;
    else if (inCode) blocks.push(`    ${line}`.trimEnd());
    else if (line.startsWith('#')) blocks.push(paint('strong', line.replace(/^#+\s*/, '')));
    else if (line.trim() === '') blocks.push('');
    else paragraph.push(line.trim());
  }
  close();
  return `${blocks.join('\n').trim()}\n`;
}

function wrapped(text: string, paint: Paint): string {
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let line = '';
  for (const word of withoutLinks(text).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return withoutMarks([...lines, line].join('\n'), paint);
}

function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

function withoutMarks(text: string, paint: Paint): string {
  return text.replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint('strong', strong)).replace(/`([^`]+)`/g, '$1');
}
