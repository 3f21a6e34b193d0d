import { member, objectMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const MODES = ['GlobalPerConnector', 'Global', 'Direct'];

export const redirectMode: Rule = {
  code: 'auth/redirect-mode',
  connectionParameter: ({ value, pointer }) => {
    const mode = member(objectMember(value, 'oAuthSettings'), 'redirectMode');
    // The platform ignores its case.
    const isKnown = typeof mode === 'string' && MODES.some((known) => known.toLowerCase() === mode.toLowerCase());
    if (mode === undefined || isKnown) return undefined;
    const choice = `Use ${quoteChoice(MODES)}`;
    const hint = typeof mode === 'string' ? didYouMean(mode, MODES, choice) : choice;
    return [
      {
        at: inProperties(child(pointer, 'oAuthSettings', 'redirectMode')),
        message: `Redirect mode ${quote(mode)} is not known`,
        hint,
      },
    ];
  },
};
