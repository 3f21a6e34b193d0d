import { member } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { keyInProperties, type Rule } from '../rule.ts';

export const oauthParameterNamedToken: Rule = {
  code: 'auth/oauth-parameter-named-token',
  connectionParameter: ({ name, value, pointer }) => {
    if (member(value, 'type') !== 'oauthSetting' || name === 'token') return undefined;
    const message = `The OAuth parameter is called ${quote(name)}, and its secret only reaches one called "token"`;
    return [{ at: keyInProperties(pointer), message, hint: 'Call it "token"' }];
  },
};
