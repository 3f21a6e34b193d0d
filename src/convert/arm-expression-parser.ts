/** What stands between the brackets of an expression of Resource Manager. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression };

/** Resource Manager takes no more characters. */
const MOST_CHARACTERS = 24_576;
/** More brackets within brackets than a person writes. */
const DEEPEST = 60;

/** Reads an expression; undefined for what is none, or none that is written by people. Never throws. */
export function parseExpression(text: string): Expression | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const reader = new Reader(text);
  const expression = reader.expression(0);
  return reader.isAtEnd() ? expression : undefined;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#take(/\s*/y) !== undefined && this.#at === this.#text.length;
  }

  expression(depth: number): Expression | undefined {
    if (depth > DEEPEST) return undefined;
    let found = this.#quoted() ?? this.#number() ?? this.#call(depth);
    while (found !== undefined) {
      const key = this.#key(depth);
      if (key === 'none') return found;
      found = key && { kind: 'member', of: found, key };
    }
    return undefined;
  }

  /** A quote in a text is doubled. */
  #quoted(): Expression | undefined {
    const text = this.#take(/\s*'((?:[^']|'')*)'/y);
    return text === undefined ? undefined : { kind: 'value', value: text.replaceAll("''", "'") };
  }

  #number(): Expression | undefined {
    const digits = this.#take(/\s*(-?\d{1,15})/y);
    return digits === undefined ? undefined : { kind: 'value', value: Number(digits) };
  }

  #call(depth: number): Expression | undefined {
    const name = this.#take(/\s*([A-Za-z_][\w.]*)\s*\(/y);
    if (name === undefined) return undefined;
    const args: Expression[] = [];
    if (this.#take(/\s*(\))/y) !== undefined) return { kind: 'call', name, args };
    for (;;) {
      const argument = this.expression(depth + 1);
      if (argument === undefined) return undefined;
      args.push(argument);
      const next = this.#take(/\s*([,)])/y);
      if (next === ')') return { kind: 'call', name, args };
      if (next === undefined) return undefined;
    }
  }

  /** `.name` or `[key]` behind a value. */
  #key(depth: number): Expression | 'none' | undefined {
    const name = this.#take(/\s*\.\s*([A-Za-z_]\w*)/y);
    if (name !== undefined) return { kind: 'value', value: name };
    if (this.#take(/\s*(\[)/y) === undefined) return 'none';
    const key = this.expression(depth + 1);
    return this.#take(/\s*(\])/y) === undefined ? undefined : key;
  }

  /** The first group of what the pattern matches here; undefined when it does not match. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found[1] ?? '';
  }
}
