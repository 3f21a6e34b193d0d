import { isArray, member, type Json } from './json.ts';

/** A JSON Pointer (RFC 6901): "" is the whole document, "/paths/~1pets/get" a place in it. */
export type Pointer = string;

export function pointerTo(...tokens: readonly (string | number)[]): Pointer {
  return child('', ...tokens);
}

export function child(parent: Pointer, ...tokens: readonly (string | number)[]): Pointer {
  let pointer = parent;
  for (const token of tokens) pointer += `/${typeof token === 'number' ? token : escapeToken(token)}`;
  return pointer;
}

/** The tokens of a pointer, unescaped. A pointer that does not start with "/" has none. */
export function tokensOf(pointer: Pointer): string[] {
  if (!pointer.startsWith('/')) return [];
  const tokens = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => (token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token));
}

export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The value at a pointer, or undefined when there is none. Never reads inherited properties. */
export function valueAt(document: Json | undefined, pointer: Pointer): Json | undefined {
  let value = document;
  for (const token of tokensOf(pointer)) {
    value = isArray(value) ? value[indexOf(token)] : member(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}

function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

function indexOf(token: string): number {
  return /^(0|[1-9]\d*)$/.test(token) ? Number(token) : -1;
}
