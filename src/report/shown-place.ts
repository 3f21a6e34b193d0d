import type { Position } from '../domain/span.ts';
import { printable } from './printable.ts';

/** `file:line:column`, as editors and terminals follow it. A runner of GitHub takes a line that starts with `::` for a command. */
export function shownPlace({ file, start }: { readonly file: string; readonly start: Position }): string {
  const path = printable(file);
  return `${/^\s*::/.test(path) ? './' : ''}${path}:${start.line}:${start.column}`;
}
