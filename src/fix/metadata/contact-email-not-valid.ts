import { valueFix } from '../value-fix.ts';

/** White space around the address. */
export const contactEmailNotValid = valueFix('metadata/contact-email-not-valid', (value) =>
  typeof value === 'string' ? value.trim() : undefined,
);
