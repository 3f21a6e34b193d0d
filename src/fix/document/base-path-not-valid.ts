import { valueFix } from '../value-fix.ts';

/** Without the slash the path would run into the name of the server. */
export const basePathNotValid = valueFix('document/base-path-not-valid', (value) =>
  typeof value === 'string' && /^[\w.~-][\w.~/-]*$/.test(value) ? `/${value}` : undefined,
);
