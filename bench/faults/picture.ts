import { crc32, deflateSync } from 'node:zlib';

type Rgb = readonly [number, number, number];

/** A square PNG of one colour with a square of another in its middle, `logo` of its side. */
export function picture(size: number, color: Rgb, logo: number): Uint8Array {
  const margin = Math.round((size * (1 - logo)) / 2);
  const isLogo = (x: number, y: number): boolean => Math.min(x, y) >= margin && Math.max(x, y) < size - margin;
  const ink = color.map((part) => (part < 128 ? 255 : 0));
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => (isLogo(x, y) ? ink : color)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

/** `#rrggbb`; undefined for any other text, and for white, which no icon may have behind its logo. */
export function colorOf(text: string | undefined): Rgb | undefined {
  if (text === undefined || !/^#[0-9a-f]{6}$/i.test(text) || /^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/i.test(text))
    return undefined;
  const part = (at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
