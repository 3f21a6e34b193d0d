/** Whether an id matches a glob in which `*` stands for any run of characters. Linear in time: no backtracking, whatever the pattern. */
export function matchesGlob(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === text;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** Whether a list of globs selects an id: in order, `!glob` takes away. */
export function isSelected(patterns: readonly string[], text: string): boolean {
  let selected = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (matchesGlob(negative ? pattern.slice(1) : pattern, text)) selected = !negative;
  }
  return selected;
}
