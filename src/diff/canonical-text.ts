import { entriesOf, isArray, isObject, type Json } from '../domain/json.ts';

/** Past this many pieces a value is cut short: nothing that a person wrote is this long, and a hostile one must end. */
const MOST_PIECES = 200_000;

/**
 * JSON text of a value with its keys sorted, so that two values mean the same exactly when their texts are equal.
 * Without recursion: any depth is fine. `undefined` is the empty text.
 */
export function canonicalText(value: Json | undefined): string {
  if (value === undefined) return '';
  if (isScalar(value) || (isArray(value) && value.length < MOST_PIECES && value.every(isScalar)))
    return JSON.stringify(value);
  const pieces: string[] = [];
  const stack: (Json | Piece)[] = [value];
  while (stack.length > 0 && pieces.length < MOST_PIECES) {
    const top = stack.pop();
    if (top instanceof Piece) pieces.push(top.text);
    else if (isArray(top)) pushArray(stack, top);
    else if (isObject(top)) pushObject(stack, top);
    else pieces.push(JSON.stringify(top));
  }
  return pieces.join('');
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

class Piece {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function pushArray(stack: (Json | Piece)[], array: readonly Json[]): void {
  stack.push(new Piece(']'));
  for (let index = array.length - 1; index >= 0; index -= 1) {
    stack.push(array[index] ?? null);
    if (index > 0) stack.push(new Piece(','));
  }
  stack.push(new Piece('['));
}

function pushObject(stack: (Json | Piece)[], object: Json): void {
  const entries = entriesOf(object).sort(([one], [two]) => (one < two ? 1 : -1));
  stack.push(new Piece('}'));
  for (const [index, [key, value]] of entries.entries()) {
    stack.push(value, new Piece(`${JSON.stringify(key)}:`));
    if (index < entries.length - 1) stack.push(new Piece(','));
  }
  stack.push(new Piece('{'));
}
