import * as fc from 'fast-check';

/** JSON texts with none, one or several mistakes: bits of JSON in a row, and JSON with something put in or cut out. */
export const jsonTexts: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(...'{}[],:"\\/*1-e.\n\t u'.split(''), 'true', '"a"', '"b":', '//', '/*', '*/', '\u00a0', '1.5'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', ',', '"', '\\', '}', ']', '/', '\n', '// x\n', '0', 'a'),
    )
    .map(([value, at, cut, put]) => {
      const text = JSON.stringify(value, null, at % 3);
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + cut);
    }),
);

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
