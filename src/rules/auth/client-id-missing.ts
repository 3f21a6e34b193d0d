import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isFirstParty, oauthOf } from '../facts/oauth.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const clientIdMissing: Rule = {
  code: 'auth/client-id-missing',
  connectionParameter: (parameter) => {
    const oauth = oauthOf(parameter);
    if (oauth === undefined || isFirstParty(oauth)) return undefined;
    const id = member(oauth.settings, 'clientId');
    if (id !== undefined && id !== null && (typeof id !== 'string' || id.trim() !== '')) return undefined;
    return [
      {
        at: inProperties(id === undefined ? oauth.pointer : child(oauth.pointer, 'clientId')),
        message: `Connection parameter ${quote(parameter.name)} has no client id`,
        hint: 'Add the id of the app that you registered with the service',
      },
    ];
  },
};
