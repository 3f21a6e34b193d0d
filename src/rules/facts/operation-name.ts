import type { Operation } from '../../domain/operation.ts';
import { quote } from '../quote.ts';

/** An operation at the start of a sentence: by its id, or by verb and path when it has none. */
export function nameOf(operation: Operation): string {
  return named(operation, 'Operation');
}

/** The same inside a sentence. */
export function nameInside(operation: Operation): string {
  return named(operation, 'operation');
}

function named({ id, verb, path }: Operation, word: string): string {
  return id === undefined || id.trim() === '' ? `${verb.toUpperCase()} ${quote(path)}` : `${word} ${quote(id)}`;
}
