import { member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import { oauthOf } from '../facts/oauth.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

// The generic ones, and those that the wizard lists by name; the platform ignores their case.
const PROVIDERS = [
  'oauth2',
  'oauth2generic',
  'aad',
  'aadcertificate',
  'facebook',
  'docusign',
  'dropbox',
  'github',
  'google',
  'instagram',
  'intuit',
  'linkedin',
  'live',
  'microsoftaccount',
  'salesforce',
  'slack',
  'twitter',
  'yammer',
];

export const identityProvider: Rule = {
  code: 'auth/identity-provider',
  connectionParameter: (parameter) => {
    const oauth = oauthOf(parameter);
    if (oauth === undefined || PROVIDERS.includes(oauth.provider)) return undefined;
    const provider = member(oauth.settings, 'identityProvider');
    const isAbsent = provider === undefined;
    return [
      {
        at: inProperties(isAbsent ? oauth.pointer : child(oauth.pointer, 'identityProvider')),
        message: isAbsent
          ? `Connection parameter ${quote(parameter.name)} names no identity provider`
          : `Identity provider ${quote(provider)} is not known`,
        hint: didYouMean(
          stringMember(oauth.settings, 'identityProvider') ?? '',
          PROVIDERS,
          'Use "oauth2" with the three addresses of the service, or "aad" for Microsoft Entra ID',
        ),
        replaces: [child(oauth.pointer, 'identityProvider')],
      },
    ];
  },
};
