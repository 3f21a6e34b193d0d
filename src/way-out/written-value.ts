import { dump } from 'js-yaml';
import { isArray, isObject, type Json } from '../domain/json.ts';
import type { TextFormat } from '../places/locate.ts';

/** How a text is written: what is put into it is to look like what is there. */
export interface Manner {
  readonly format: TextFormat;
  /** One step of indentation; "" where a JSON text stands on one line. */
  readonly unit: string;
  readonly lineBreak: string;
}

export function mannerOf(text: string, format: TextFormat): Manner {
  const lineBreak = text.slice(0, 10_000).includes('\r\n') ? '\r\n' : '\n';
  return { format, unit: format === 'json' ? jsonUnit(text) : yamlUnit(text), lineBreak };
}

function jsonUnit(text: string): string {
  const nested = /^\s*[[{][ \t]*\r?\n([ \t]+)/.exec(text)?.[1];
  return nested ?? (text.trim().includes('\n') ? '  ' : '');
}

function yamlUnit(text: string): string {
  const nested = /^[^\s#'"[{-][^\n]*:[ \t]*\r?\n( {1,8})[^\s#-]/m.exec(text)?.[1];
  return nested ?? '  ';
}

/** A value as text from column 0 on, without a line break at its end; lines end with `\n`. */
export function writtenValue(value: Json, { format, unit }: Manner): string {
  return format === 'json' ? JSON.stringify(value, null, unit) : yamlText(value, unit);
}

/** A value of YAML on one line, in braces and brackets. */
export function writtenFlow(value: Json): string {
  return dump(value, { lineWidth: -1, noRefs: true, flowLevel: 0, quoteStyle: 'double' }).trimEnd();
}

/** `key: value`. `text` is the value as `writtenValue` gives it, or as its author wrote it. */
export function writtenMember(key: string, value: Json, text: string, { format, unit }: Manner): string {
  if (format === 'json') return `${JSON.stringify(key)}:${unit === '' ? '' : ' '}${text}`;
  const name = yamlText({ [key]: 0 }, unit).slice(0, -': 0'.length);
  return isBlock(value, text) ? `${name}:\n${indented(text, unit)}` : `${name}: ${hanging(text, unit)}`;
}

/** `- value` in YAML. */
export function writtenElement(text: string, { format }: Manner): string {
  return format === 'json' ? text : `- ${hanging(text, '  ')}`;
}

/** Whether a value of YAML stands on lines of its own, so that it cannot stand behind its key. */
export function isBlock(value: Json, text: string): boolean {
  const holds = isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
  return holds && !/^[[{]/.test(text);
}

/** Every line that has something on it, with indentation before it. */
export function indented(text: string, indentation: string): string {
  return indentation === '' ? text : text.replace(/^(?=[^\n])/gm, indentation);
}

/** The same, without the first line. */
export function hanging(text: string, indentation: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end + 1) + indented(text.slice(end + 1), indentation);
}

function yamlText(value: Json, unit: string): string {
  const indent = Math.max(2, unit.length);
  return dump(value, { lineWidth: -1, noRefs: true, indent, quoteStyle: 'double' }).replace(/\n$/, '');
}
