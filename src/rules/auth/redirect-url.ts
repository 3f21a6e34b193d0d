import { isArray, member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { oauthOf } from '../facts/oauth.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

// The address of the platform, alone or with the connector's own name behind it.
const ADDRESS = /^https:\/\/global\.consent\.azure-apim\.net\/redirect(?:\/[\w.-]*)?$/i;

export const redirectUrl: Rule = {
  code: 'auth/redirect-url',
  connectionParameter: (parameter) => {
    const oauth = oauthOf(parameter);
    const url = member(oauth?.settings, 'redirectUrl');
    if (url === undefined || url === null || url === '' || (typeof url === 'string' && ADDRESS.test(url)))
      return undefined;
    return [
      {
        at: inProperties(child(oauth?.pointer ?? '', 'redirectUrl')),
        message: isArray(url)
          ? 'The redirect URL is a list, and only one can be used'
          : `Redirect URL ${quote(url)} is not the one that the platform answers at`,
        hint: 'Use "https://global.consent.azure-apim.net/redirect", and register it with the service',
      },
    ];
  },
};
