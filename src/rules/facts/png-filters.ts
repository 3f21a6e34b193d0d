interface Rows {
  readonly height: number;
  readonly rowBytes: number;
  /** Bytes from one pixel to the next; 1 when several share a byte. */
  readonly step: number;
}

/**
 * The rows of a picture without their filters (PNG specification, 9): each byte was written as the difference to its neighbours.
 * Undefined for a filter that there is none.
 */
export function unfilter(packed: Uint8Array, { height, rowBytes, step }: Rows): Uint8Array | undefined {
  const rows = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y += 1) {
    const filter = FILTERS[packed[y * (rowBytes + 1)] ?? -1];
    if (filter === undefined) return undefined;
    const from = y * (rowBytes + 1) + 1;
    const to = y * rowBytes;
    for (let x = 0; x < rowBytes; x += 1) {
      const left = x < step ? 0 : (rows[to + x - step] ?? 0);
      const above = y === 0 ? 0 : (rows[to + x - rowBytes] ?? 0);
      const corner = x < step || y === 0 ? 0 : (rows[to + x - rowBytes - step] ?? 0);
      rows[to + x] = (packed[from + x] ?? 0) + filter(left, above, corner);
    }
  }
  return rows;
}

type Predict = (left: number, above: number, corner: number) => number;

const FILTERS: readonly Predict[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/** Whichever neighbour is nearest to what the three of them suggest. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
