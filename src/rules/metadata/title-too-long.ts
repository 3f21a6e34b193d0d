import { lengthOf } from '../facts/connector-texts.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

const LIMIT = 30;

export const titleTooLong: Rule = {
  code: 'metadata/title-too-long',
  document: (document) =>
    checkInfoText(document, 'title', (title) => {
      const length = lengthOf(title);
      if (length <= LIMIT) return undefined;
      const message = `Title ${quote(title)} has ${length} characters, and certification takes ${LIMIT}`;
      return {
        message,
        hint: 'Use the name of the product alone; " (Independent Publisher)" at the end is not counted',
      };
    }),
};
