import { encodePng } from './encode-png.ts';
import { GLYPHS, GLYPH_HEIGHT, GLYPH_WIDTH } from './glyphs.ts';

/** Pixels of each side: the smallest size that certification takes without asking. */
const SIZE = 230;
/** How much of the picture the letters may fill: certification wants the logo below 70 %. */
const LOGO_SHARE = 0.52;

/** A PNG with one or two initials of a title in white on a colour. The same bytes for the same arguments. */
export function drawIcon(title: string, color: string): Uint8Array {
  return encodePng(rasterize(initialsOf(title), rgbOf(color)), SIZE);
}

type Rgb = readonly [number, number, number];

/** `GI` for "GitHub Issues"; none when the title has no letter that we can draw. */
export function initialsOf(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? [];
  const initials = words.slice(0, 2).map((word) => word.charAt(0));
  return initials.filter((letter) => Object.hasOwn(GLYPHS, letter)).join('');
}

/** Each cell of the letters' grid is a square; the corners of the picture keep the brand colour. */
function rasterize(initials: string, background: Rgb): Uint8Array {
  const cells = cellsOf(initials);
  const columns = cells[0]?.length ?? 1;
  const cell = Math.floor((SIZE * LOGO_SHARE) / Math.max(columns, cells.length));
  const left = Math.floor((SIZE - columns * cell) / 2);
  const top = Math.floor((SIZE - cells.length * cell) / 2);
  const rows = new Uint8Array(SIZE * (1 + SIZE * 3));
  for (let y = 0; y < SIZE; y += 1) {
    const row = cells[Math.floor((y - top) / cell)];
    for (let x = 0; x < SIZE; x += 1) {
      const isInk = row?.[Math.floor((x - left) / cell)] === '#';
      rows.set(isInk ? [255, 255, 255] : background, y * (1 + SIZE * 3) + 1 + x * 3);
    }
  }
  return rows;
}

/** The letters beside each other with a free column between them; a plain square for no letters. */
function cellsOf(initials: string): string[] {
  if (initials === '') return ['#####', '#####', '#####', '#####', '#####'];
  const letters = Array.from(initials).map((letter) => GLYPHS[letter] ?? '');
  return Array.from({ length: GLYPH_HEIGHT }, (_, row) =>
    letters.map((glyph) => glyph.slice(row * GLYPH_WIDTH, (row + 1) * GLYPH_WIDTH)).join('.'),
  );
}

function rgbOf(color: string): Rgb {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) || 0;
  return [part(1), part(3), part(5)];
}
