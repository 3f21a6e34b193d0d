import { isFirstParty, oauthOf } from '../facts/oauth.ts';
import { inProperties, type Rule } from '../rule.ts';

export const aadcertificateFirstParty: Rule = {
  code: 'auth/aadcertificate-first-party',
  connectionParameter: (parameter) => {
    const oauth = oauthOf(parameter);
    if (oauth === undefined || oauth.provider !== 'aadcertificate' || isFirstParty(oauth)) return undefined;
    return [
      {
        at: inProperties(oauth.pointer),
        message: 'Identity provider "aadcertificate" works only for a first-party app, and this one is none',
        hint: 'Use "aad", or set "IsFirstParty" in "properties" to "True"',
      },
    ];
  },
};
