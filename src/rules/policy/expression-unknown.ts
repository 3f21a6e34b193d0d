import { didYouMean } from '../did-you-mean.ts';
import { policyTextsOf } from '../facts/policies.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const FUNCTIONS = [
  'connectionParameters',
  'headers',
  'queryParameters',
  'body',
  'item',
  'triggerBody',
  // Not for policies, which a rule about their position tells.
  'environmentVariables',
];

// A function call. Another "@" is text, as in an address or "@odata.nextLink".
const CALL = /@\{?\s{0,5}([A-Za-z][A-Za-z0-9_.]{0,60})\(/g;

export const expressionUnknown: Rule = {
  code: 'policy/expression-unknown',
  policy: (policy) =>
    policyTextsOf(policy).flatMap(({ text, pointer }) =>
      unknownIn(text).map((name) => ({
        at: inProperties(pointer),
        message: `The policy calls ${quote(`@${name}(...)`)}, which is not known`,
        hint: didYouMean(name, FUNCTIONS, `Use one of ${FUNCTIONS.slice(0, -1).join(', ')}`),
      })),
    ),
};

function unknownIn(text: string): string[] {
  const called = [...text.matchAll(CALL)].map((match) => match[1] ?? '');
  // The platform ignores the case.
  return [...new Set(called)].filter((name) => !FUNCTIONS.some((known) => known.toLowerCase() === name.toLowerCase()));
}
