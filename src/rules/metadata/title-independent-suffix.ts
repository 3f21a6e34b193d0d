import { objectMember, stringMember } from '../../domain/json.ts';
import { INDEPENDENT_SUFFIX } from '../facts/connector-texts.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const titleIndependentSuffix: Rule = {
  code: 'metadata/title-independent-suffix',
  document: (document) =>
    checkInfoText(document, 'title', (title) => {
      const written = stringMember(objectMember(document, 'info'), 'title')?.trim() ?? '';
      if (INDEPENDENT_SUFFIX.test(written)) return undefined;
      const message = `Title ${quote(title)} does not say that an independent publisher made the connector`;
      return { message, hint: `Call the submission ${JSON.stringify(`${title} (Independent Publisher)`)}` };
    }),
};
