import { entriesOf, member, objectMember, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

// In lower case: the platform ignores the case of these names.
const REQUIRED = new Map([
  ['oauth2', ['authorizationUrl', 'tokenUrl', 'refreshUrl']],
  ['oauth2generic', ['authorizationUrlTemplate', 'tokenUrlTemplate', 'refreshUrlTemplate']],
  ['aad', ['resourceUri']],
  ['aadcertificate', ['resourceUri']],
]);

export const oauth2CustomParameters: Rule = {
  code: 'auth/oauth2-custom-parameters',
  connectionParameter: ({ value, pointer }) => {
    const settings = objectMember(value, 'oAuthSettings');
    const provider = stringMember(settings, 'identityProvider') ?? '';
    const given = new Set(entriesOf(member(settings, 'customParameters')).map(([name]) => name.toLowerCase()));
    // The wizard keeps the resource of Microsoft Entra ID in either of two places.
    if (member(objectMember(settings, 'properties'), 'AzureActiveDirectoryResourceId') !== undefined)
      given.add('resourceuri');
    const absent = (REQUIRED.get(provider.toLowerCase()) ?? []).filter((name) => !given.has(name.toLowerCase()));
    if (absent.length === 0) return undefined;
    return [
      {
        at: inProperties(child(pointer, 'oAuthSettings')),
        message: `Identity provider ${quote(provider)} needs ${quoteChoice(absent, 'and')}`,
        hint: 'Add what is missing to "customParameters"',
      },
    ];
  },
};
