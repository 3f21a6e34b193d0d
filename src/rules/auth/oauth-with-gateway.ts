import { member } from '../../domain/json.ts';
import { inProperties, type Rule } from '../rule.ts';

export const oauthWithGateway: Rule = {
  code: 'auth/oauth-with-gateway',
  properties: (_, { connectionParameters }) => {
    const gateway = connectionParameters.find(({ value }) => member(value, 'type') === 'gatewaySetting');
    const oauth = connectionParameters.find(
      ({ value, set }) => member(value, 'type') === 'oauthSetting' && set === gateway?.set,
    );
    if (gateway === undefined || oauth === undefined) return undefined;
    return [
      {
        at: inProperties(oauth.pointer),
        message: 'OAuth does not work together with an on-premises data gateway',
        hint: 'Use basic or Windows authentication through the gateway, or no gateway',
        related: [{ at: inProperties(gateway.pointer), message: 'The gateway' }],
      },
    ];
  },
};
