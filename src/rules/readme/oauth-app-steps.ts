import { entriesOf, member, stringMember } from '../../domain/json.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const oauthAppSteps: Rule = {
  code: 'readme/oauth-app-steps',
  connector: ({ readme }, subject) => {
    if (readme === undefined || !usesOAuth(subject) || explainsTheApp(readme.text)) return undefined;
    const message =
      'The connector signs people in with OAuth, and the readme does not say how to register an app for it';
    const hint = 'Tell where to register the app, its redirect URL, and where its client id and secret are put';
    return [{ at: { part: 'readme', pointer: '' }, message, hint }];
  },
};

function usesOAuth({ connectionParameters, document }: Subject): boolean {
  const isSetting = connectionParameters.some(
    ({ value }) => stringMember(value, 'type')?.toLowerCase() === 'oauthsetting',
  );
  return (
    isSetting ||
    entriesOf(member(document, 'securityDefinitions')).some(([, scheme]) => stringMember(scheme, 'type') === 'oauth2')
  );
}

function explainsTheApp(text: string): boolean {
  return /\b(?:client[ _-]?(?:id|secret)|redirect[ _-]?(?:url|uri)|app(?:lication)? registration|(?:register|create)[^.\n]{0,40}\bapp(?:lication)?)\b/i.test(
    text,
  );
}
