import { printable } from './printable.ts';

/**
 * Text from a connector as one line of inert Markdown, for pull request comments and job summaries: no markup, no HTML, no mention, no
 * link, no issue reference, no table cell end survives. A zero-width space breaks `@name`, `#1` and bare URLs, which GitHub links even
 * when their punctuation is escaped.
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&$=:"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('&#35;', '&#35;\u{200b}')
    .replace(/\bGH(?=&#45;)/gi, (prefix) => `${prefix}\u{200b}`)
    .replaceAll('@', '&#64;\u{200b}')
    .replace(/\b(https?|ftp|www|mailto)/gi, (scheme) => `${scheme.slice(0, 1)}\u{200b}${scheme.slice(1)}`);
}

/** Text as inline code: nothing inside is interpreted but back quotes, so the fence is longer than any run of them. */
export function inlineCode(text: string): string {
  const safe = printable(text);
  // A bar ends a table's cell even inside back quotes, and a backslash before it may itself be taken for escaped.
  if (safe.includes('|')) return `<code>${escapeMarkdown(text)}</code>`;
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const space = safe.startsWith('`') || safe.endsWith('`') || safe === '' ? ' ' : '';
  return `${fence}${space}${safe}${space}${fence}`;
}
