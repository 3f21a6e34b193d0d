import { TYPES } from '../../rules/auth/connection-parameter-type.ts';
import { spellingFix } from '../value-fix.ts';

export const connectionParameterType = spellingFix('auth/connection-parameter-type', TYPES);
