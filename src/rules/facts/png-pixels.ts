import { inflateSync } from 'node:zlib';
import type { Png } from './png-chunks.ts';
import { unfilter } from './png-filters.ts';

/** Red, green, blue and alpha of a pixel, 0 to 255. */
export type Pixel = readonly [number, number, number, number];

/** The pixels of a picture; `unknown` when nobody looked, `damaged` when there is nothing to see. */
export type Pixels =
  | { readonly kind: 'pixels'; readonly at: (x: number, y: number) => Pixel }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'damaged' };

/** Larger pictures are not unpacked: an icon has 230 by 230 pixels, and a file of a kilobyte can claim four billion. */
const MOST_PIXELS = 1024 * 1024;

const SAMPLES = { grey: 1, rgb: 3, palette: 1, 'grey-alpha': 2, rgba: 4 } as const;

/** Unpacks a picture, within bounds that its header sets. Interlaced ones are left alone. Never throws. */
export function pixelsOf(png: Png): Pixels {
  const { width, height, depth, colors, interlaced, pixels } = png;
  if (interlaced || width * height > MOST_PIXELS) return { kind: 'unknown' };
  const bits = depth * SAMPLES[colors];
  const rowBytes = Math.ceil((width * bits) / 8);
  const packed = inflated(pixels, height * (rowBytes + 1));
  if (packed === undefined) return { kind: 'damaged' };
  const rows = unfilter(packed, { height, rowBytes, step: Math.max(1, bits >> 3) });
  return rows === undefined ? { kind: 'damaged' } : { kind: 'pixels', at: readerOf(png, rows, rowBytes) };
}

/** Exactly `size` bytes: what is too short cannot be shown, and the rest of what is too long is never made. */
function inflated(parts: readonly Uint8Array[], size: number): Uint8Array | undefined {
  try {
    const bytes = inflateSync(Buffer.concat(parts), { maxOutputLength: size });
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function readerOf(png: Png, rows: Uint8Array, rowBytes: number): (x: number, y: number) => Pixel {
  const { depth, colors } = png;
  const count = SAMPLES[colors];
  const sample = (x: number, y: number, index: number): number => {
    const at = (x * count + index) * depth;
    const byte = rows[y * rowBytes + (at >> 3)] ?? 0;
    // Of 16 bits the upper 8 are enough to see a colour; of fewer than 8 several share a byte, the leftmost first.
    return depth >= 8 ? byte : (byte >> (8 - depth - (at & 7))) & ((1 << depth) - 1);
  };
  return (x, y) => pixelOf(png, (index) => sample(x, y, index));
}

function pixelOf(png: Png, sample: (index: number) => number): Pixel {
  return READERS[png.colors](png, sample);
}

const READERS: Readonly<Record<Png['colors'], (png: Png, sample: (index: number) => number) => Pixel>> = {
  palette: ({ palette, transparency }, sample) => {
    const index = sample(0);
    const [red = 0, green = 0, blue = 0] = palette.subarray(index * 3, index * 3 + 3);
    return [red, green, blue, transparency[index] ?? 255];
  },
  grey: (png, sample) => {
    const value = sample(0);
    const grey = png.depth >= 8 ? value : Math.round((value * 255) / ((1 << png.depth) - 1));
    return [grey, grey, grey, isTransparent(png, [value]) ? 0 : 255];
  },
  'grey-alpha': (_png, sample) => [sample(0), sample(0), sample(0), sample(1)],
  rgb: (png, sample) => {
    const [red, green, blue] = [sample(0), sample(1), sample(2)];
    return [red, green, blue, isTransparent(png, [red, green, blue]) ? 0 : 255];
  },
  rgba: (_png, sample) => [sample(0), sample(1), sample(2), sample(3)],
};

/** Whether it is the one colour that the file says is not there; its samples have two bytes each. */
function isTransparent({ transparency, depth }: Png, samples: readonly number[]): boolean {
  if (transparency.length < samples.length * 2) return false;
  return samples.every((value, index) => value === transparency[index * 2 + (depth === 16 ? 0 : 1)]);
}
