import type { JsonObject } from '../domain/json.ts';
import { formatOf, integerFormat } from './postman-formats.ts';

/** Ids are texts, also where all that were seen are digits: the next one may not be. */
const NAMES_ID =
  /(?:^|[_-])(?:ids?|uuid|guid|code|key|phone|zip|postcode|number|cursor|version)$|I[dD]s?$|(?:Code|Key|Phone|Number)$/i;

/** Type and format of what is sent as text, by all the values that were seen. Without any it is a text. */
export function simpleTypeOf(name: string, samples: readonly string[]): JsonObject {
  const written = samples.map((sample) => sample.trim()).filter((sample) => sample !== '' && !sample.includes('{{'));
  if (written.length === 0) return { type: 'string' };
  if (written.every((sample) => /^(?:true|false)$/.test(sample))) return { type: 'boolean' };
  if (!NAMES_ID.test(name)) {
    if (written.every((sample) => /^-?(?:0|[1-9]\d{0,14})$/.test(sample))) {
      return { type: 'integer', format: integerFormat(Math.max(...written.map((sample) => Math.abs(Number(sample))))) };
    }
    if (written.every((sample) => /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(sample))) {
      return { type: 'number', format: 'double' };
    }
  }
  const [first, ...others] = written.map(formatOf);
  const isShared = first !== undefined && first !== 'uri' && others.every((other) => other === first);
  return isShared ? { type: 'string', format: first } : { type: 'string' };
}
