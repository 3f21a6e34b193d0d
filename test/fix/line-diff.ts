/** The lines that differ, `-` before and `+` after, carriage returns shown. For small files: it compares each line with each. */
export function lineDiff(before: string, after: string): string[] {
  const one = before.split('\n');
  const two = after.split('\n');
  const common = commonLengths(one, two);
  const lines: string[] = [];
  for (let at = 0, to = 0; at < one.length || to < two.length;) {
    if (at < one.length && to < two.length && one[at] === two[to]) {
      at += 1;
      to += 1;
    } else if (to >= two.length || (at < one.length && common[at + 1]![to]! >= common[at]![to + 1]!)) {
      lines.push(`-${shown(one[at]!)}`);
      at += 1;
    } else {
      lines.push(`+${shown(two[to]!)}`);
      to += 1;
    }
  }
  return lines;
}

function commonLengths(one: readonly string[], two: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => Array<number>(two.length + 1).fill(0));
  for (let at = one.length - 1; at >= 0; at -= 1) {
    for (let to = two.length - 1; to >= 0; to -= 1) {
      lengths[at]![to] =
        one[at] === two[to] ? lengths[at + 1]![to + 1]! + 1 : Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!);
    }
  }
  return lengths;
}

function shown(line: string): string {
  return line
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/ +$/, (spaces) => '·'.repeat(spaces.length));
}
