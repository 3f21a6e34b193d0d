import { entriesOf, isObject, member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';

const KEY = 'x-ms-capabilities';

export const chunkTransfer: Rule = {
  code: 'operation/chunk-transfer',
  operation: ({ value, pointer }) => {
    const capabilities = member(value, KEY);
    if (capabilities === undefined) return undefined;
    const place = child(pointer, KEY);
    const hint = 'Write "chunkTransfer": true, or leave it out';
    if (!isObject(capabilities)) {
      return [{ at: inOpenApi(place), message: `"${KEY}" of an operation is ${quote(capabilities)}`, hint }];
    }
    return entriesOf(capabilities).flatMap(([key, one]): Problem[] => {
      const at = child(place, key);
      if (key !== 'chunkTransfer') {
        const message = `An operation has no capability ${quote(key)}, only "chunkTransfer"`;
        return [{ at: keyInOpenApi(at), message, hint: 'Remove it, or move it to the root of the document' }];
      }
      if (typeof one === 'boolean') return [];
      return [{ at: inOpenApi(at), message: `"chunkTransfer" is ${quote(one)}, and not true or false`, hint }];
    });
  },
};
