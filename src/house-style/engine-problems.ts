import type { EngineProblem } from './messages.ts';

const MOST_PROBLEMS = 50;

/** What the engine says of a ruleset that it cannot use: it throws one mistake, or a list that may hold lists. */
export function problemsOf(cause: unknown, file: string): EngineProblem[] {
  const found: EngineProblem[] = [];
  const left = [cause];
  while (left.length > 0 && found.length < MOST_PROBLEMS) {
    const next = left.pop();
    const nested = next instanceof Error && 'errors' in next && Array.isArray(next.errors) ? next.errors : undefined;
    if (nested !== undefined) left.push(...nested.slice(0, MOST_PROBLEMS).toReversed());
    else found.push(problemOf(next, file));
  }
  return found;
}

function problemOf(cause: unknown, file: string): EngineProblem {
  const message = cause instanceof Error ? cause.message : String(cause);
  const path = cause instanceof Error && 'path' in cause && Array.isArray(cause.path) ? cause.path : [];
  return { file, path: path.map((step) => (typeof step === 'number' ? step : String(step))), message };
}
