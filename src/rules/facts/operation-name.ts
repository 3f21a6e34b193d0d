import type { Operation } from '../../domain/operation.ts';
import { quote } from '../quote.ts';

/** An operation at the start of a sentence: by its id, or by verb and path when it has none. */
export function nameOf(operation: Operation): string {
  return operation.id === undefined || operation.id.trim() === ''
    ? `${operation.verb.toUpperCase()} ${quote(operation.path)}`
    : `Operation ${quote(operation.id)}`;
}
