/**
 * C# source with comments and the text of strings blanked out, line breaks and offsets kept: what a line-based check may look at.
 * One pass, so linear in the length; not a compiler, only enough not to be fooled by a comment.
 */
export function codeOnly(source: string): string {
  return source.replace(TOKENS, (token) => {
    const isText = token.startsWith('"') || token.startsWith("'") || token.startsWith('@') || token.startsWith('$');
    return isText ? `"${blank(token.slice(1, -1))}"` : blank(token);
  });
}

// Comments, then verbatim, ordinary and character literals. Each alternative consumes what it matches, so nothing is tried twice.
const TOKENS = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$?@\$?"(?:[^"]|"")*"?|\$?"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
