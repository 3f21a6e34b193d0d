import { isArray } from '../../domain/json.ts';
import { valueFix } from '../value-fix.ts';

/** A scheme before the name, or a slash behind it, when nothing else is wrong and the scheme is said in its own place too. */
export const hostNameNotValid = valueFix('document/host-name-not-valid', (value, { document }) => {
  const [, scheme, host] = (typeof value === 'string' && ADDRESS.exec(value.trim())) || [];
  const schemes = document.valueAt('/schemes');
  if (scheme !== undefined && !(isArray(schemes) && schemes.includes(scheme.toLowerCase()))) return undefined;
  return host;
});

const ADDRESS = /^(?:(https?):\/\/)?([a-z0-9.-]+(?::\d+)?)\/?$/i;
