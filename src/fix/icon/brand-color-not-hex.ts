import { valueFix } from '../value-fix.ts';

/** The hash sign is forgotten, or each digit stands for two. */
export const brandColorNotHex = valueFix('icon/brand-color-not-hex', (value) => {
  const digits = typeof value === 'string' ? /^\s*#?([0-9a-f]{6}|[0-9a-f]{3})\s*$/i.exec(value)?.[1] : undefined;
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
});
