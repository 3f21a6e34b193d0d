/** One line of the table: a number that was measured, and what it may be. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly theirs: string;
  /** Ours over theirs; undefined when the peer could not be measured, and `why` says so. */
  readonly ratio: number | undefined;
  /** The ratio is to be at most this. */
  readonly goal: number;
  readonly runs: number;
  readonly why?: string;
}

/** What a bench is given: where real connectors lie, and a folder of its own that is deleted afterwards. */
export interface BenchContext {
  readonly corpus: string;
  readonly scratch: string;
  /** Tells the person who waits. */
  readonly progress: (message: string) => void;
}

/** A group of measurements: one file beside this one, named in run.ts. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  readonly measure: (context: BenchContext) => Row[] | Promise<Row[]>;
}
