/** Whether what both lists have comes in another order; each lists a name once. Linear. */
export function isReordered(before: Iterable<string>, after: Iterable<string>): boolean {
  const places = new Map<string, number>();
  for (const name of before) places.set(name, places.size);
  let last = -1;
  for (const name of after) {
    const place = places.get(name);
    if (place === undefined) continue;
    if (place < last) return true;
    last = place;
  }
  return false;
}
