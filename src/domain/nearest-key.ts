/** The known key that an unknown one most likely means: at most two letters changed, added, lost or swapped, or only case apart. */
export function nearestKey(unknown: string, known: readonly string[]): string | undefined {
  const folded = known.find((key) => key.toLowerCase() === unknown.toLowerCase());
  if (folded !== undefined) return folded;
  const near = known
    .map((key) => ({ key, steps: distance(unknown, key) }))
    .filter(({ key, steps }) => steps <= most(key));
  return near.toSorted((one, two) => one.steps - two.steps)[0]?.key;
}

function most(key: string): number {
  return key.length < 5 ? 1 : 2;
}

/** Edit distance with swaps; 9 for texts whose lengths are more than 2 apart, so that a long key costs nothing. */
function distance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 2) return 9;
  let before = new Uint16Array(two.length + 1);
  let row = Uint16Array.from(before, (_, index) => index);
  let next = new Uint16Array(two.length + 1);
  for (let i = 1; i <= one.length; i += 1) {
    next[0] = i;
    for (let j = 1; j <= two.length; j += 1) {
      const same = one.charCodeAt(i - 1) === two.charCodeAt(j - 1);
      let steps = Math.min(cell(row, j) + 1, cell(next, j - 1) + 1, cell(row, j - 1) + (same ? 0 : 1));
      const isSwapped =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === two.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === two.charCodeAt(j - 1);
      if (isSwapped) steps = Math.min(steps, cell(before, j - 2) + 1);
      next[j] = steps;
    }
    [before, row, next] = [row, next, before];
  }
  return cell(row, two.length);
}

function cell(row: Uint16Array, index: number): number {
  return row[index] ?? 9;
}
