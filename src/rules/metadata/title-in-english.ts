import type { JsonObject } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import type { Problem, Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const titleInEnglish: Rule = {
  code: 'metadata/title-in-english',
  document: (document) => [...inEnglish(document, 'title'), ...inEnglish(document, 'description')],
};

function inEnglish(document: JsonObject, key: 'title' | 'description'): Problem[] {
  const problems = checkInfoText(document, key, (text) => {
    const letter = /[^\P{L}a-z]/iu.exec(text)?.[0];
    if (letter === undefined) return undefined;
    const message = `The ${key} holds ${quote(letter)}, which no English word is written with`;
    return { message, hint: 'Write it in English' };
  });
  return problems ?? [];
}
