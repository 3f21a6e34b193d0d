const MARK = [0xef, 0xbb, 0xbf];

/** A text as bytes, with the byte order mark that the file had: what is not meant to change does not. */
export function withMark(former: Uint8Array, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const hasMark = MARK.every((byte, index) => former[index] === byte);
  return hasMark ? Uint8Array.from([...MARK, ...bytes]) : bytes;
}
