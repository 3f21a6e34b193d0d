import { isOauth, isTyped, securityDefinitionsOf } from '../facts/credentials.ts';
import { quoteChoice } from '../quote.ts';
import { keyInProperties, type Rule } from '../rule.ts';

const NAMES = ['username', 'password'];

export const basicNames: Rule = {
  code: 'auth/basic-names',
  properties: (_, { document, connectionParameters }) => {
    const [definition] = securityDefinitionsOf(document);
    const typed = connectionParameters.filter(isTyped);
    const [first] = typed;
    // Nothing to type in at all is what security-mismatch tells.
    if (definition?.type !== 'basic' || first === undefined || connectionParameters.some(isOauth)) return undefined;
    const absent = NAMES.filter((name) => !typed.some((parameter) => parameter.name === name));
    if (absent.length === 0) return undefined;
    return [
      {
        at: keyInProperties(first.pointer),
        message: `Basic authentication takes ${quoteChoice(NAMES, 'and')}, and no connection parameter is called ${quoteChoice(absent)}`,
        hint: 'Rename the parameters: these two names are filled into the header, others are not',
        identity: 'connection parameters',
      },
    ];
  },
};
