import type { Finding } from '../domain/finding.ts';
import type { JsonProblem } from '../places/json-problem.ts';

/** What to say about the problems of a JSON text, in its order. */
export function jsonFindings(file: string, problems: readonly JsonProblem[]): Finding[] {
  return problems.map((problem) => jsonFinding(file, problem));
}

function jsonFinding(file: string, problem: JsonProblem): Finding {
  const at = { file, offset: problem.start };
  if (problem.kind === 'syntax') return syntax(at, problem);
  if (problem.kind === 'trailing-comma') return trailingComma(at, problem.closer);
  if (problem.kind === 'control-character') return controlCharacter(at, problem.code);
  if (problem.kind === 'duplicate-key') return duplicateKey('file/json-duplicate-keys', file, problem);
  return { code: 'file/json-comments', at, message: 'A comment stands in JSON', hint: 'Delete the comment' };
}

function trailingComma(at: Finding['at'], closer: string): Finding {
  const message = `A comma stands before "${closer}", with nothing between them`;
  return { code: 'file/json-trailing-comma', at, message, hint: 'Delete the comma' };
}

/** Shared with YAML, where it is the same mistake. */
export function duplicateKey(
  code: 'file/json-duplicate-keys' | 'file/yaml-duplicate-keys',
  file: string,
  problem: {
    readonly key: string;
    readonly pointer: string;
    readonly start: number;
    readonly first: { readonly start: number };
  },
): Finding {
  return {
    code,
    at: { file, offset: problem.start, pointer: problem.pointer, key: true },
    message: `Key "${problem.key}" is used twice in one object`,
    hint: 'Keep one of the two: parsers take the last and say nothing',
    related: [{ at: { file, offset: problem.first.start }, message: 'It is used here before' }],
  };
}

const ESCAPES: ReadonlyMap<number, readonly [name: string, escape: string]> = new Map([
  [8, ['backspace', '\\b']],
  [9, ['tab', '\\t']],
  [10, ['line break', '\\n']],
  [12, ['form feed', '\\f']],
  [13, ['line break', '\\n']],
]);

function controlCharacter(at: Finding['at'], code: number): Finding {
  const unicode = code.toString(16).toUpperCase().padStart(4, '0');
  const [name, escape] = ESCAPES.get(code) ?? [`control character U+${unicode}`, `\\u${unicode}`];
  const message = `A string contains a raw ${name}`;
  return { code: 'file/json-not-valid', at, message, hint: `Write it as ${escape}, or close the string before it` };
}

function syntax(at: Finding['at'] & { readonly file: string }, problem: JsonProblem & { kind: 'syntax' }): Finding {
  const { seen, expected, opened } = problem;
  const subject = seen === '' ? 'The file ends' : `${shownToken(seen)} stands`;
  const hint = HINTS.find(([pattern]) => pattern.test(`${expected}: ${seen}`))?.[1];
  const related =
    opened === undefined ? [] : [{ at: { file: at.file, offset: opened }, message: 'Inside what starts here' }];
  return {
    code: 'file/json-not-valid',
    at,
    message: `${subject} where ${expected} is expected`,
    ...(hint === undefined ? {} : { hint }),
    ...(related.length === 0 ? {} : { related }),
  };
}

/** The first that matches "what is expected: what is seen". */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/: (?:<{7}|={7}|>{7})/, 'Resolve the merge conflict'],
  [/^a value: $/, 'Give the file a content, or delete it'],
  [/: $/, 'Close what is still open'],
  [/^a value: [a-zA-Z-]+$/, 'Text stands in double quotes; YAML belongs into a file that ends in .yaml'],
  [/: [\p{Z}\p{Cf}]/u, 'Replace the invisible character by an ordinary space'],
  [/^":/, 'Put ":" between a key and its value'],
  [/^"," or "\]": \}/, 'The array around it is still open: close it with "]"'],
  [/^"," or "\}": \]/, 'The object around it is still open: close it with "}"'],
  [/^a key.*: [{[]/, 'Give it a key, or close the object before it'],
  [/^"," or "[\]}]": ["{[]/, 'Put a comma after the value before it'],
  [/: ['‘“]/, 'JSON strings stand in plain double quotes'],
  [/^a value.*: (?:True|False|None|NaN|undefined)/, 'JSON knows true, false, null, numbers and strings'],
  [/^a value.*: [^\s"[\]{},:]/, 'Numbers, true, false and null stand bare, everything else in double quotes'],
  [/^a(?: key| value).*: "/, 'Close the string with a quote'],
  [/^an escape/, 'Write a backslash as \\\\'],
  [/^a key.*: [^\s"[\]{},:]/, 'Keys stand in double quotes'],
  [/^the end/, 'Keep one document in the file'],
];

function shownToken(seen: string): string {
  const code = seen.codePointAt(0) ?? 0;
  if (/^[\p{Z}\p{Cf}]/u.test(seen)) return `Invisible character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return seen.startsWith('"') ? seen : `"${seen}"`;
}
