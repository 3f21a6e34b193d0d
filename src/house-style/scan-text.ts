/** Reads a short text from left to right. */
export interface Scanner {
  readonly rest: () => string;
  readonly atEnd: () => boolean;
  /** Moves behind what stands next, when it matches from here on (the pattern begins with `^`), and gives it. */
  readonly take: (pattern: RegExp) => string | undefined;
}

export function scannerOf(text: string): Scanner {
  let left = text;
  return {
    rest: () => left,
    atEnd: () => left === '',
    take: (pattern) => {
      const found = pattern.exec(left)?.[0];
      if (found === undefined) return undefined;
      left = left.slice(found.length);
      return found;
    },
  };
}
