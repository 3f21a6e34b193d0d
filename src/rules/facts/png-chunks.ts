/** What a PNG says of itself, and the bytes of the chunks that matter for its pixels. */
export interface Png {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  readonly colors: 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgba';
  readonly interlaced: boolean;
  /** Three bytes a colour. */
  readonly palette: Uint8Array;
  /** Alphas of the palette, or the one colour that is transparent. */
  readonly transparency: Uint8Array;
  /** Compressed, in order. */
  readonly pixels: readonly Uint8Array[];
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const NOTHING = new Uint8Array();

/** Reads the chunks of a PNG; undefined for bytes that are none. Checksums are not compared. Never throws. */
export function readPng(bytes: Uint8Array): Png | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const chunks = chunksOf(bytes);
  const [first] = chunks;
  const header = first?.type === 'IHDR' && first.content.length === 13 ? headerOf(first.content) : undefined;
  if (header === undefined) return undefined;
  const content = (type: string): Uint8Array => chunks.find((chunk) => chunk.type === type)?.content ?? NOTHING;
  const pixels = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.content);
  return { ...header, palette: content('PLTE'), transparency: content('tRNS'), pixels };
}

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/** Up to the end, or to where the file is cut off. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, content: bytes.subarray(at + 8, end) });
    if (type === 'IEND') break;
    at = end + 4;
  }
  return chunks;
}

const COLORS: ReadonlyMap<number, readonly [Png['colors'], readonly number[]]> = new Map([
  [0, ['grey', [1, 2, 4, 8, 16]]],
  [2, ['rgb', [8, 16]]],
  [3, ['palette', [1, 2, 4, 8]]],
  [4, ['grey-alpha', [8, 16]]],
  [6, ['rgba', [8, 16]]],
]);

function headerOf(content: Uint8Array): Omit<Png, 'palette' | 'transparency' | 'pixels'> | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, type = -1, compression, filter, interlace] = content.subarray(8);
  const [colors, depths] = COLORS.get(type) ?? [];
  if (colors === undefined || depths?.includes(depth) !== true) return undefined;
  const isKnown = compression === 0 && filter === 0 && (interlace === 0 || interlace === 1);
  if (!isKnown || width === 0 || height === 0) return undefined;
  return { width, height, depth, colors, interlaced: interlace === 1 };
}
