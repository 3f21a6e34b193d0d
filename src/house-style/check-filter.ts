import type { Scanner } from './scan-text.ts';

/** Methods of texts and regular expressions that look at a value and change nothing. */
const METHODS: ReadonlySet<string> = new Set(['match', 'test', 'includes', 'startsWith', 'endsWith', 'indexOf']);
/** Every value has them, and from them it is one step to running any text as code. */
const REFUSED_MEMBERS = /^(?:constructor|prototype|__\w*)$/;

const LITERAL = /^(?:"[^"\\\p{C}]*"|'[^'\\\p{C}]*'|-?\d+(?:\.\d+)?|true\b|false\b|null\b|undefined\b)/u;
const REGULAR_EXPRESSION =
  /^\/(?:[^\\/[\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029]|\[(?:[^\]\\\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029])*\])+\/[imsu]*/u;
const SHORTHAND = /^@(?:string|number|boolean|integer|scalar|array|object|null)\(\)/;
const SUBJECT = /^@(?:property|parentProperty|parent|path|root)?(?![\w@(])/;
const OPERATOR = /^(?:===|!==|==|!=|<=|>=|<|>|&&|\|\|)/;
const MOST_NESTING = 20;

/**
 * Reads the condition of a filter, `@.in === 'body' && …`, up to its end. The engine turns it into JavaScript, so only what can do nothing
 * but look is let through: members, literals, comparisons, and a few methods. Gives why not, or undefined.
 */
export function refusalOfCondition(scanner: Scanner, depth = 0): string | undefined {
  if (depth > MOST_NESTING) return 'a condition that nests too deep';
  for (;;) {
    const refused = refusalOfOperand(scanner, depth);
    if (refused !== undefined) return refused;
    skip(scanner);
    if (scanner.take(OPERATOR) === undefined) return undefined;
  }
}

function refusalOfOperand(scanner: Scanner, depth: number): string | undefined {
  skip(scanner);
  while (scanner.take(/^!(?!=)/) !== undefined) skip(scanner);
  if (scanner.take(/^\(/) !== undefined) {
    const refused = refusalOfCondition(scanner, depth + 1);
    if (refused !== undefined) return refused;
    skip(scanner);
    return scanner.take(/^\)/) === undefined ? described(scanner) : undefined;
  }
  if (scanner.take(SHORTHAND) !== undefined || scanner.take(LITERAL) !== undefined) return undefined;
  if (scanner.take(REGULAR_EXPRESSION) === undefined && scanner.take(SUBJECT) === undefined) return described(scanner);
  return refusalOfMembers(scanner, depth);
}

function refusalOfMembers(scanner: Scanner, depth: number): string | undefined {
  for (;;) {
    const name = memberName(scanner);
    if (name === undefined) return undefined;
    if (REFUSED_MEMBERS.test(name)) return `the member "${name}", which leads to code`;
    if (scanner.take(/^\s*\(/) === undefined) continue;
    if (!METHODS.has(name)) return `a call of "${name}"`;
    const refused = refusalOfCondition(scanner, depth + 1);
    if (refused !== undefined) return refused;
    skip(scanner);
    if (scanner.take(/^\)/) === undefined) return described(scanner);
  }
}

function memberName(scanner: Scanner): string | undefined {
  const dotted = scanner.take(/^\.[A-Za-z_$][\w$]*/);
  if (dotted !== undefined) return dotted.slice(1);
  const bracketed = scanner.take(/^\[(?:"[^"\\\p{C}]*"|'[^'\\\p{C}]*'|\d+)\]/u);
  return bracketed?.slice(1, -1).replace(/^["']|["']$/g, '');
}

function skip(scanner: Scanner): void {
  scanner.take(/^[ \t]+/);
}

function described(scanner: Scanner): string {
  return scanner.atEnd() ? 'a condition that ends too early' : `"${scanner.rest().slice(0, 20)}" in a condition`;
}
