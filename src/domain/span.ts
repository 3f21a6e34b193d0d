/** A place in a text: 1-based; `end` is just behind the last character. */
export interface Span {
  readonly start: Position;
  readonly end?: Position;
}

export interface Position {
  readonly line: number;
  /** In UTF-16 units, as editors and GitHub count. */
  readonly column: number;
}
