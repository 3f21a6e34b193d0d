import { member, objectMember } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { lacksText } from '../facts/texts.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

const PARTS = [
  ['name', 'name'],
  ['url', 'web address'],
  ['email', 'e-mail address'],
] as const;

export const contactMissing: Rule = {
  code: 'metadata/contact-missing',
  document: (document) => {
    const about = objectMember(document, 'info');
    if (about === undefined) return undefined;
    const contact = objectMember(about, 'contact');
    if (member(about, 'contact') === undefined) return [noContact()];
    return PARTS.filter(([key]) => contact !== undefined && lacksText(contact, key)).map(([key, words]) => ({
      at: inOpenApi(pointerTo('info', 'contact')),
      message: `The contact has no ${words}`,
      hint: `Add "${key}" to "contact"`,
    }));
  },
};

function noContact(): Problem {
  const hint = 'Add "contact" to "info" with "name", "url" and "email": who helps when something fails';
  return { at: inOpenApi('/info'), message: 'The connector names no contact', hint };
}
