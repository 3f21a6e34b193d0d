import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { hasAny } from '../shared-checks/consistency.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const KEYWORDS = ['oneOf', 'anyOf', 'not'];

export const compositionKeywords: Rule = {
  code: 'schema/composition-keywords',
  schemaKeys: KEYWORDS,
  schema: ({ value, pointer }) => {
    if (!hasAny(value, KEYWORDS)) return undefined;
    const used = KEYWORDS.filter((keyword) => member(value, keyword) !== undefined);
    return used.map((keyword) => ({
      at: keyInOpenApi(child(pointer, keyword)),
      message: `Keyword ${quote(keyword)} is not part of OpenAPI 2.0`,
      hint: 'Describe the most common form, or an object that allows any property',
    }));
  },
};
