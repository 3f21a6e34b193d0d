import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { DYNAMIC_EXTENSIONS } from '../facts/dynamic-calls.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const dynamicOnBodyParameter: Rule = {
  code: 'extension/dynamic-on-body-parameter',
  parameter: ({ value, name, location, pointer }) => {
    if (location !== 'body') return undefined;
    const used = DYNAMIC_EXTENSIONS.filter((extension) => member(value, extension) !== undefined);
    return used.map((extension) => ({
      at: keyInOpenApi(child(pointer, extension)),
      message: `"${extension}" stands on the body ${quote(name)}, where it is not read`,
      hint: 'Move it into "schema"',
    }));
  },
};
