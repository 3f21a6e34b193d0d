/**
 * C# source with comments blanked out, and of each string all but a quote, line breaks and offsets kept: what a line-based check may look at.
 * One pass, so linear in the length; not a compiler, only enough not to be fooled by a comment.
 */
export function codeOnly(source: string): string {
  return source.replace(TOKENS, (token) => (token.startsWith('/') ? blank(token) : `"${blank(token.slice(1))}`));
}

/** The texts of string literals, without their quotes, as written. */
export function stringsIn(source: string): ReadonlySet<string> {
  const literals = source.match(TOKENS) ?? [];
  return new Set(literals.filter((token) => /^[$@]*"/.test(token)).map((token) => token.replace(/^[$@]*"|"$/g, '')));
}

// Comments, then verbatim, ordinary and character literals. Each alternative consumes what it matches, so nothing is tried twice.
const TOKENS = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$?@\$?"(?:[^"]|"")*"?|\$?"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
