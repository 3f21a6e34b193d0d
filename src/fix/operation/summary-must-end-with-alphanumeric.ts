import { valueFix } from '../value-fix.ts';

/** White space, and the full stop or comma that a title does not have. */
export const summaryMustEndWithAlphanumeric = valueFix('operation/summary-must-end-with-alphanumeric', (value) => {
  const kept = typeof value === 'string' ? withoutEnd(value) : '';
  return /[\p{L}\p{N})]$/u.test(kept) ? kept : undefined;
});

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,;:]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
