import { member, objectMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isPlaceholder } from '../../domain/secrets/placeholder.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';
import { SECRET_HINT } from '../structure-words.ts';

export const clientSecretInFile: Rule = {
  code: 'auth/client-secret-in-file',
  connectionParameter: ({ name, value, pointer }) => {
    const secret = member(objectMember(value, 'oAuthSettings'), 'clientSecret');
    // Anything but text is either a reference, which is how it should be, or for the schema to tell.
    if (typeof secret !== 'string' || isPlaceholder(secret)) return undefined;
    return [
      {
        at: inProperties(child(pointer, 'oAuthSettings', 'clientSecret')),
        // The secret itself is not quoted: reports are public.
        message: `Connection parameter ${quote(name)} holds its client secret in the file`,
        hint: `${SECRET_HINT}; make a new one, because this one is in the history of the repository`,
      },
    ];
  },
};
