import type { Json } from '../../domain/json.ts';

/** How a JSON text is spaced. */
export interface JsonStyle {
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Whether the last line is ended too. */
  readonly isEnded: boolean;
}

const PLAIN: JsonStyle = { indent: '  ', lineEnd: '\n', isEnded: true };

/** The style of a text; that of ours for a text on one line, or none. */
export function jsonStyleOf(text: string | undefined): JsonStyle {
  const [, lineEnd, indent] = /^[{[](\r?\n)([ \t]{1,10})\S/.exec(text?.slice(0, 100).trimStart() ?? '') ?? [];
  if (text === undefined || lineEnd === undefined || indent === undefined) return PLAIN;
  return { indent, lineEnd: lineEnd === '\n' ? '\n' : '\r\n', isEnded: text.endsWith('\n') };
}

/** A value as a JSON text in a style. */
export function jsonText(value: Json, { indent, lineEnd, isEnded }: JsonStyle): string {
  return JSON.stringify(value, null, indent).replaceAll('\n', lineEnd) + (isEnded ? lineEnd : '');
}
