import { typeFix } from '../type-fix.ts';

export const connectorFileNotValid = typeFix('metadata/connector-file-not-valid');
