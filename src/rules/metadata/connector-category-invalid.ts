import { CATEGORIES, categoriesOf } from '../facts/categories.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Guess, type Rule } from '../rule.ts';

const KNOWN: ReadonlySet<string> = new Set(CATEGORIES);

export const connectorCategoryInvalid: Rule = {
  code: 'metadata/connector-category-invalid',
  document: (document) =>
    categoriesOf(document).flatMap(({ names, pointer }) =>
      names
        .filter((name) => !KNOWN.has(name))
        .map((name) => ({
          at: inOpenApi(pointer),
          message: `${quote(name)} is no category of connectors`,
          hint: hintFor(name),
          identity: name,
        })),
    ),
};

function hintFor(name: string): string | Guess {
  const sameLetters = CATEGORIES.find((known) => known.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return `Write ${quote(sameLetters)}`;
  if (name.includes(',')) return 'Put ";" between two categories';
  return didYouMean(name, CATEGORIES, `Use one or two of ${CATEGORIES.join(', ')}`);
}
