import { refusalOfCondition } from './check-filter.ts';
import { scannerOf, type Scanner } from './scan-text.ts';

const NAME = String.raw`(?:"[^"\\()\p{C}]*"|'[^'\\()\p{C}]*'|[$\w-]+)`;
const STEPS: readonly RegExp[] = [
  /^\*/,
  /^[$\w-]+/,
  /^\[\*\]/,
  /^\[-?\d*:-?\d*(?::\d+)?\]/,
  new RegExp(String.raw`^\[${NAME}(?: ?, ?${NAME})*\]`, 'u'),
  /^@(?:string|number|boolean|integer|scalar|array|object|null)\(\)/,
];
const FILTER = /^\[\?\(/;
const MOST_CHARACTERS = 2000;

export interface PathForms {
  /** Whether conditions, `[?(…)]`, may stand in it. `field` may have none: there a more permissive engine reads it. */
  readonly conditions: boolean;
}

/**
 * Reads a JSONPath of a ruleset, which may begin with the name of an alias. Spectral compiles paths to JavaScript (nimma), and gives what that
 * cannot take to a second engine (jsonpath-plus) that splits the text by rules of its own; what this grammar takes, both only look with.
 * Gives what is refused, or undefined.
 */
export function refusalOfPath(path: string, { conditions }: PathForms): string | undefined {
  if (path.length > MOST_CHARACTERS) return `more than ${MOST_CHARACTERS} characters`;
  const scanner = scannerOf(path);
  if (scanner.take(/^(?:\$|#[A-Za-z][\w-]*)/) === undefined) {
    return `"${path.slice(0, 20)}" where "$", or "#" and the name of an alias, is expected`;
  }
  // "$..": every node.
  scanner.take(/^\.\.(?=[~^]*$)/);
  let filters = 0;
  while (!scanner.atEnd() && scanner.take(/^[~^]+$/) === undefined) {
    const isFilter = FILTER.test(scanner.rest().replace(/^\.{1,2}/, ''));
    filters += isFilter ? 1 : 0;
    const refused = isFilter && !conditions ? 'a condition' : refusalOfStep(scanner);
    if (refused !== undefined) return refused;
  }
  return refusalOfHiddenScripts(path, filters);
}

function refusalOfStep(scanner: Scanner): string | undefined {
  const dots = scanner.take(/^\.{1,2}/);
  if (dots === undefined && !scanner.rest().startsWith('[')) return unreadable(scanner);
  if (scanner.take(FILTER) !== undefined) return refusalOfFilter(scanner);
  return STEPS.some((pattern) => scanner.take(pattern) !== undefined) ? undefined : unreadable(scanner);
}

function refusalOfFilter(scanner: Scanner): string | undefined {
  const refused = refusalOfCondition(scanner);
  if (refused !== undefined) return refused;
  return scanner.take(/^[ \t]*\)\]/) === undefined ? unreadable(scanner) : undefined;
}

/** The second engine looks for scripts before it looks for quotes, so one in a text or a regular expression would run. */
function refusalOfHiddenScripts(path: string, filters: number): string | undefined {
  const scripts = path.match(/[['"`]\s*\??\(/g) ?? [];
  return scripts.length === filters ? undefined : 'a bracket or quotation mark directly before "("';
}

function unreadable(scanner: Scanner): string {
  return scanner.atEnd() ? 'a path that ends too early' : `"${scanner.rest().slice(0, 20)}"`;
}
