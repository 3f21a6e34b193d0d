const QUOTE = 34;
const BACKSLASH = 92;

/** The next offset that is neither white space nor inside a comment. */
export function skipJsonBlank(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at += 1;
    const end = endOfComment(text, at);
    if (end === undefined) return at;
    at = end;
  }
}

/** Behind the comment that starts here, or undefined when none does. JSON has no comments; people write them all the same. */
export function endOfComment(text: string, at: number): number | undefined {
  if (text[at] !== '/') return undefined;
  if (text[at + 1] === '/') return endOfLine(text, at);
  if (text[at + 1] !== '*') return undefined;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Space, tab, line feed, carriage return; not the other white space of Unicode, which JSON refuses. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Just behind the token at `at`: a string, a run of what is no punctuation (`true`, `-1.5e3`), or one character of punctuation. */
export function endOfJsonToken(text: string, at: number): number {
  if (text.charCodeAt(at) === QUOTE) return endOfJsonString(text, at);
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
  return Math.max(end, at + 1);
}

function isWordCode(code: number): boolean {
  return !isBlank(code) && code !== QUOTE && !PUNCTUATION.has(code);
}

const PUNCTUATION = new Set(Array.from('{}[],:/', (char) => char.charCodeAt(0)));

/** Just behind the closing quote of the string whose opening quote is at `start`; the end of the text when it is never closed. */
export function endOfJsonString(text: string, start: number): number {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close < 0 ? text.length : close + 1;
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, at: number): boolean {
  let from = at - 1;
  while (text.charCodeAt(from) === BACKSLASH) from -= 1;
  return (at - from) % 2 === 0;
}

/** The key that a range of quoted text spells; as it stands when its escapes are not valid. */
export function keyText(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner;
  }
}
