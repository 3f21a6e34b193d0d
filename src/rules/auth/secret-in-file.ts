import type { At } from '../../domain/finding.ts';
import { SHOWN_CHARACTERS } from '../../domain/secrets/mask-secrets.ts';
import { literalSecretsOf } from '../facts/literal-secrets.ts';
import { secretPlacesOf } from '../facts/secret-places.ts';
import { quote } from '../quote.ts';
import type { Problem, Rule } from '../rule.ts';

const HINT = 'Remove it and make a new one: this one is in the history of the repository';

export const secretInFile: Rule = {
  code: 'auth/secret-in-file',
  connector: (connector, subject) => {
    const known = secretPlacesOf(connector).filter(({ at }) => !isClientSecret(at));
    const literal = literalSecretsOf(connector, subject).filter(
      ({ secret }) => !known.some((one) => secret.includes(one.secret)),
    );
    return [...known, ...literal].map(
      // Only its beginning is shown: reports are public.
      ({ at, kind, secret }): Problem => ({
        at,
        message: `${capital(kind)} that begins with ${quote(`${secret.slice(0, SHOWN_CHARACTERS)}…`)} is in the file`,
        hint: HINT,
      }),
    );
  },
};

/** It has a rule of its own. */
function isClientSecret(at: At): boolean {
  return /\/(?:oAuthSettings|oauth)\/clientSecret$/.test(at.pointer ?? '');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
