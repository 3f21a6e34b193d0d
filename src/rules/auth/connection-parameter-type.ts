import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, keyInProperties, type Rule } from '../rule.ts';

export const TYPES = ['string', 'securestring', 'int', 'bool', 'gatewaySetting', 'oauthSetting'];

export const connectionParameterType: Rule = {
  code: 'auth/connection-parameter-type',
  connectionParameter: ({ name, value, pointer }) => {
    const type = member(value, 'type');
    if (typeof type === 'string' && TYPES.includes(type)) return undefined;
    const choice = `Use ${quoteChoice(TYPES)}`;
    if (type === undefined) {
      return [
        { at: keyInProperties(pointer), message: `Connection parameter ${quote(name)} has no type`, hint: choice },
      ];
    }
    return [
      {
        at: inProperties(child(pointer, 'type')),
        message: `Connection parameter ${quote(name)} has the unknown type ${quote(type)}`,
        hint: typeof type === 'string' ? didYouMean(type, TYPES, choice) : choice,
      },
    ];
  },
};
