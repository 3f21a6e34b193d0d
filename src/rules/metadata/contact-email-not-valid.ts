import { objectMember, stringMember } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

// Deliberately loose: whether a mailbox exists is not ours to know.
const EMAIL = /^[!-?A-~]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

export const contactEmailNotValid: Rule = {
  code: 'metadata/contact-email-not-valid',
  document: (document) => {
    const email = stringMember(objectMember(objectMember(document, 'info'), 'contact'), 'email');
    if (email === undefined || EMAIL.test(email)) return undefined;
    const message = `${quote(email)} is not an e-mail address`;
    return [{ at: inOpenApi('/info/contact/email'), message, hint: 'Write an address such as "support@example.com"' }];
  },
};
