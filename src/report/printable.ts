const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from a connector, safe for a terminal and a log: control, format, bidirectional and line separator characters are shown as
 * `\u{…}`, so that a title can neither colour the screen, nor move the cursor, nor start a line that a runner takes for a command.
 */
export function printable(text: string): string {
  const safe = text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  // The runner of GitHub finds commands of this older form anywhere in a line of a log.
  return safe.replaceAll('##[', '#\\u{23}[');
}

/** `1 connector`, `2 connectors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
