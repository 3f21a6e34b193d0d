import type { RuleCode } from './finding.ts';
import type { Position } from './span.ts';

/** One finding that `validate --fix` mended. */
export interface Mended {
  readonly code: RuleCode;
  /** The connector's id; empty for a file of the tree itself. */
  readonly connector: string;
  /** As it was called before. */
  readonly file: string;
  /** In the file as it was before. */
  readonly start: Position;
  /** What stood there, on one line and cut; empty where something was added. */
  readonly before: string;
  /** What stands there now; empty where something was taken out. */
  readonly after: string;
  /** How many other places of the file were mended with this one. */
  readonly more?: number;
}
