const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

const UNKNOWN = 'application/octet-stream';

/** The type of a picture by its first bytes. Anything else is bytes that a browser only downloads: an SVG could run script. */
export function iconTypeOf(icon: Uint8Array | undefined): string {
  const found = SIGNATURES.find(([, start]) => start.every((byte, index) => icon?.[index] === byte));
  return found?.[0] ?? UNKNOWN;
}

/** Whether its first bytes are those of a picture that the products show. */
export function isPicture(icon: Uint8Array): boolean {
  return iconTypeOf(icon) !== UNKNOWN;
}
