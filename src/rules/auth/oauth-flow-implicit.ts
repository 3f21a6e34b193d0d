import { entriesOf, member } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const oauthFlowImplicit: Rule = {
  code: 'auth/oauth-flow-implicit',
  document: (document) =>
    entriesOf(member(document, 'securityDefinitions')).flatMap(([name, scheme]) => {
      if (member(scheme, 'type') !== 'oauth2' || member(scheme, 'flow') !== 'implicit') return [];
      const message = `Security definition ${quote(name)} uses the implicit flow, which gives no token to renew`;
      return [{ at: inOpenApi(pointerTo('securityDefinitions', name, 'flow')), message, hint: 'Use "accessCode"' }];
    }),
};
