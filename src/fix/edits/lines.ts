import { isBlank } from '../../places/json-text.ts';

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break of an offset's line; the end of the text on the last one. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The line break that the text uses around an offset. */
export function lineBreakAt(text: string, offset: number): string {
  const end = text.lastIndexOf('\n', offset - 1);
  const near = end < 0 ? text.indexOf('\n') : end;
  return near > 0 && text[near - 1] === '\r' ? '\r\n' : '\n';
}

/** The end of a value of YAML with the comment behind it on its line. */
export function endWithComment(text: string, end: number): number {
  return end + (/^[ \t]+#[^\r\n]*/.exec(text.slice(end, nextLine(text, end)))?.[0].length ?? 0);
}

/** The next offset that is no white space. */
export function skipBlank(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the last character before an offset that is no white space. */
export function skipBlankBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}
