import { child } from '../../domain/pointer.ts';
import { hasType } from '../facts/credentials.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

// A name that ends in one of these; `token:...` is a claim of a token, and judged by what follows.
const SECRET =
  /(?:^|[_a-z])(?:password|passwd|pwd|(?:client|api|app|shared|consumer)?_?secret|(?:api|access|private|secret|subscription|account|auth)_?key|(?:access|api|auth|bearer|refresh|personal_access)_?token)$/i;

export const secretNotSecurestring: Rule = {
  code: 'auth/secret-not-securestring',
  connectionParameter: (parameter) => {
    const name = parameter.name.replace(/^[^:]*:/, '');
    if (!hasType(parameter, 'string') || !(SECRET.test(name) || name.toLowerCase() === 'token')) return undefined;
    return [
      {
        at: inProperties(child(parameter.pointer, 'type')),
        message: `Connection parameter ${quote(parameter.name)} looks like a secret and is shown as plain text`,
        hint: 'Use the type "securestring"',
      },
    ];
  },
};
