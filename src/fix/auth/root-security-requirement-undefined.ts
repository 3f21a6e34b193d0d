import { requirementFix } from '../requirement-fix.ts';

export const rootSecurityRequirementUndefined = requirementFix('auth/root-security-requirement-undefined');
