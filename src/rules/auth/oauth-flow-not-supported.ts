import { entriesOf, member } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const oauthFlowNotSupported: Rule = {
  code: 'auth/oauth-flow-not-supported',
  document: (document) =>
    entriesOf(member(document, 'securityDefinitions')).flatMap(([name, scheme]) => {
      const flow = member(scheme, 'flow');
      // `implicit` does not work either, but real connectors carry it as a leftover: it has a code of its own.
      const isAccepted = flow === undefined || flow === 'accessCode' || flow === 'implicit';
      if (member(scheme, 'type') !== 'oauth2' || isAccepted) return [];
      return [
        {
          at: inOpenApi(pointerTo('securityDefinitions', name, 'flow')),
          message: `OAuth flow ${quote(flow)} does not work in a connector`,
          hint: 'Use "accessCode": a maker signs in once and the platform keeps the token',
        },
      ];
    }),
};
