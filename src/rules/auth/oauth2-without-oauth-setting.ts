import { isOauth, securityDefinitionsOf } from '../facts/credentials.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const oauth2WithoutOauthSetting: Rule = {
  code: 'auth/oauth2-without-oauth-setting',
  document: (document, { connectionParameters, properties }) => {
    // Of several definitions the first counts.
    const [definition] = securityDefinitionsOf(document);
    const isSatisfied = properties === undefined || connectionParameters.some(isOauth);
    if (definition?.type !== 'oauth2' || isSatisfied) return undefined;
    return [
      {
        at: keyInOpenApi(definition.pointer),
        message: `Security definition ${quote(definition.name)} is OAuth 2, and no connection parameter has the type "oauthSetting"`,
        hint: 'Add a connection parameter "token" of that type, or describe how the service is really authorised',
      },
    ];
  },
};
