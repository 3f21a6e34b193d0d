import { isUtf8 } from 'node:buffer';
import type { Finding } from '../domain/finding.ts';

/** What the bytes of a text file say. */
export interface DecodedText {
  /** Without byte order mark; what is no UTF-8 is shown as U+FFFD, so that places can still be counted. */
  readonly text: string;
  /** False when the bytes are not UTF-8: the text is for showing a place, not for reading. */
  readonly usable: boolean;
  readonly findings: readonly Finding[];
}

/** Bytes as UTF-8. A byte order mark is a finding, and is no part of the text: editors count no column for it either. */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raw = buffer.toString('utf8');
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  if (!isUtf8(buffer)) return { text, usable: false, findings: [notUtf8(file, buffer, raw)] };
  return { text, usable: true, findings: text === raw ? [] : [byteOrderMark(file)] };
}

function byteOrderMark(file: string): Finding {
  return {
    code: 'file/byte-order-mark',
    at: { file, offset: 0 },
    message: 'The file starts with a byte order mark, which some readers of connectors cannot skip',
    hint: 'Save the file as UTF-8 without a byte order mark',
  };
}

function notUtf8(file: string, bytes: Buffer, raw: string): Finding {
  const { byte, index } = firstBadByte(bytes, raw);
  const value = (bytes[byte] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const isUtf16 = byte === 0 && /^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2));
  return {
    code: 'file/not-utf8',
    at: { file, offset: Math.max(0, raw.startsWith('\uFEFF') ? index - 1 : index) },
    message: `Byte 0x${value} at offset ${byte} is not UTF-8`,
    hint: isUtf16 ? 'The file looks like UTF-16: save it as UTF-8' : 'Save the file as UTF-8',
  };
}

/** The first replacement character that the author did not write: what stands before it is valid, so its length in bytes is known. */
function firstBadByte(bytes: Buffer, raw: string): { readonly byte: number; readonly index: number } {
  let byte = 0;
  let from = 0;
  for (;;) {
    const index = raw.indexOf('\uFFFD', from);
    if (index < 0) return { byte, index: from };
    byte += Buffer.byteLength(raw.slice(from, index));
    if (bytes.toString('hex', byte, byte + 3) !== 'efbfbd') return { byte, index };
    byte += 3;
    from = index + 1;
  }
}
