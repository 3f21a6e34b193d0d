import { valueFix } from '../value-fix.ts';

/** White space around the address, or the scheme of a link before it. */
export const contactEmailNotValid = valueFix('metadata/contact-email-not-valid', (value) =>
  typeof value === 'string' ? /^\s*(?:mailto:)?([^\s@:]+@[^\s@]+)\s*$/i.exec(value)?.[1] : undefined,
);
