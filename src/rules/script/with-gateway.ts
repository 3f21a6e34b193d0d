import { member } from '../../domain/json.ts';
import { inProperties, type Rule } from '../rule.ts';

export const withGateway: Rule = {
  code: 'script/with-gateway',
  connector: ({ script }, { connectionParameters }) => {
    const gateway = connectionParameters.find(({ value }) => member(value, 'type') === 'gatewaySetting');
    if (script === undefined || gateway === undefined) return undefined;
    const message = 'Custom code does not run for connections through an on-premises data gateway';
    return [{ at: inProperties(gateway.pointer), message, hint: 'Remove the script, or the gateway' }];
  },
};
