import { member, type Json } from '../../domain/json.ts';

/** Whether a text that should be there is absent or blank. A value of another type is for the schema to tell. */
export function lacksText(holder: Json | undefined, key: string): boolean {
  const value = member(holder, key);
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Whether two texts tell a reader the same: case, spaces around and a full stop at the end do not count. */
export function saySame(one: string, two: string): boolean {
  return bare(one) === bare(two);
}

function bare(text: string): string {
  const trimmed = text.trim().toLowerCase();
  return trimmed.endsWith('.') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}
