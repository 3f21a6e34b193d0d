import { COLOURED, PLAIN, type Paint } from '../report/paint.ts';

/** What decides how a report looks on the screen. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * How to paint for a person at a terminal, without colours where NO_COLOR is set or the terminal knows none; undefined for a file, a pipe
 * or a log, which get one line a finding.
 */
export function paintFor({ isTTY, env }: Screen): Paint | undefined {
  if (isTTY !== true) return undefined;
  return (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb' ? PLAIN : COLOURED;
}
