import { isArray } from '../../domain/json.ts';
import { valueFix } from '../value-fix.ts';

/** A scheme before the name, and a path behind it, which the document also says where they belong. */
export const hostNameNotValid = valueFix('document/host-name-not-valid', (value, { document }) => {
  const [, scheme, host, path = ''] = (typeof value === 'string' && ADDRESS.exec(value.trim())) || [];
  const schemes = document.valueAt('/schemes');
  const base = document.valueAt('/basePath');
  const isSaid = scheme === undefined || (isArray(schemes) && schemes.includes(scheme.toLowerCase()));
  return isSaid && (path === '' || path === '/' || path === base) ? host : undefined;
});

const ADDRESS = /^(?:(https?):\/\/)?([a-z0-9.-]+(?::\d+)?)(\/.*)?$/i;
