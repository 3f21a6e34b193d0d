import { valueFix } from '../value-fix.ts';

/** Slashes, where a finding does not remain that the way leads nowhere. */
export const dynamicSourceParameterUsesDots = valueFix('extension/dynamic-source-parameter-uses-dots', (value) =>
  typeof value === 'string' && /^[^/]+$/.test(value) ? value.replaceAll('.', '/') : undefined,
);
