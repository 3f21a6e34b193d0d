import { lengthOf } from '../facts/connector-texts.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

const SHORTEST = 30;
const LONGEST = 500;

export const descriptionLength: Rule = {
  code: 'metadata/description-length',
  document: (document) =>
    checkInfoText(document, 'description', (description) => {
      const length = lengthOf(description);
      if (length >= SHORTEST && length <= LONGEST) return undefined;
      const message = `The description has ${length} characters, and certification takes ${SHORTEST} to ${LONGEST}`;
      const hint = length < SHORTEST ? 'Say what a maker can do with the connector' : 'Move the details to the readme';
      return { message, hint };
    }),
};
