import { valueFix } from '../value-fix.ts';

/** `swagger: 2.0` without quotes is a number to YAML and JSON. */
export const specificationVersion = valueFix('document/specification-version', (value) =>
  value === 2 || (typeof value === 'string' && /^2(?:\.0)*$/.test(value.trim())) ? '2.0' : undefined,
);
