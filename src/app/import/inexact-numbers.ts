/** A number in a JSON text that no JavaScript number is, and that is therefore read as another one. */
export interface InexactNumber {
  /** In UTF-16 units. */
  readonly offset: number;
  readonly written: string;
  readonly read: string;
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** `1.0` is the number 1, and `12345678901234567890` is none. The text is strict JSON. */
export function inexactNumbers(text: string): InexactNumber[] {
  const found: InexactNumber[] = [];
  for (const { 0: written, index } of text.matchAll(STRING_OR_NUMBER)) {
    if (written.startsWith('"') || written.length < 16) continue;
    const read = String(Number(written));
    if (plain(written) !== plain(read)) found.push({ offset: index, written, read });
  }
  return found;
}

/** Digits without zeros around them, and where the point is: the same for every way to write a number. */
function plain(number: string): string {
  const { sign = '', whole = '', part = '', power = '0' } = PARTS.exec(number)?.groups ?? {};
  const digits = (whole + part).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '0' : `${sign}${kept}e${Number(power) - part.length + digits.length - kept.length}`;
}

const PARTS = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?(?:[eE](?<power>[+-]?\d+))?$/;
