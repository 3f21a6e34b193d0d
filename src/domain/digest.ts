declare const brand: unique symbol;
/** `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly [brand]: 'Digest' };

export function parseDigest(text: string): Digest | undefined {
  return /^sha256:[0-9a-f]{64}$/.test(text) ? (text as Digest) : undefined;
}

/** What people see: the first twelve digits. */
export function shortDigest(digest: Digest): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}
