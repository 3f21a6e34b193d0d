import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { oauthOf } from '../facts/oauth.ts';
import { inProperties, type Rule } from '../rule.ts';

export const redirectModeGlobal: Rule = {
  code: 'auth/redirect-mode-global',
  connectionParameter: (parameter) => {
    const oauth = oauthOf(parameter);
    if (stringMember(oauth?.settings, 'redirectMode')?.toLowerCase() !== 'global') return undefined;
    return [
      {
        at: inProperties(child(oauth?.pointer ?? '', 'redirectMode')),
        message: 'Redirect mode "Global" shares one redirect address among all connectors, which new ones may not',
        hint: 'Use "GlobalPerConnector"',
      },
    ];
  },
};
